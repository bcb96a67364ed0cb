package org.musicplatform.core.sync.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.sync.SyncService;

class SyncComponentTest {

    private static <T> T fake(Class<T> type, String name) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            return switch (method.getName()) {
                case "resolve" -> new StorageProvider.Location("/" + name, name);
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == args[0];
                case "toString" -> name;
                case "addSource" ->
                    new org.musicplatform.core.api.source.SourceAccount(
                            new org.musicplatform.core.api.source.SourceId(1),
                            (String) args[0],
                            (String) args[1],
                            (String) args[2]);
                case "sources" -> List.of();
                default -> null;
            };
        }));
    }

    @Test
    void indexing_comes_and_goes_with_its_library_and_the_best_provider_is_used() throws Exception {
        try (var framework = TestFramework.start()) {
            framework.install("com.fasterxml.jackson.core.jackson-core");
            framework.installOwn();
            var library = framework.register(LibraryWriter.class, fake(LibraryWriter.class, "library"), 0);
            framework.register(MetadataService.class, fake(MetadataService.class, "metadata"), 0);
            framework.await(SyncService.class);
            var sources = framework.await(SourceService.class);
            assertEquals(List.of(), sources.providers());

            var id = "music.source.id";
            var first = framework.register(StorageProvider.class, fake(StorageProvider.class, "first"), 0, id, "fake");
            TestFramework.await("provider comes", sources::providers, List.of("fake")::equals);
            var second =
                    framework.register(StorageProvider.class, fake(StorageProvider.class, "second"), 5, id, "fake");
            assertEquals("second", sources.add("fake", "x").get().name());
            second.unregister();
            assertEquals("first", sources.add("fake", "x").get().name());
            first.unregister();
            TestFramework.await("provider goes", sources::providers, List::isEmpty);

            library.unregister();
            framework.awaitGone(SyncService.class);
        }
    }
}

package org.musicplatform.platform.content.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageProviderPlugin;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

class ContentComponentTest {

    private static final FileRef FILE =
            new FileRef(FakeStorageProvider.account(1, "music"), "a.mp3", "a.mp3", ItemVersion.UNKNOWN);

    private static byte first(ContentService service) throws Exception {
        try (var reader = service.open(FILE, Purpose.TAGS)) {
            var one = ByteBuffer.allocate(1);
            reader.readFully(0, one);
            return one.get(0);
        }
    }

    @Test
    void a_provider_comes_is_replaced_by_a_higher_ranking_and_goes() throws Exception {
        var low = new FakeStorageProvider().file("music/a.mp3", new byte[] {1});
        var high = new FakeStorageProvider().file("music/a.mp3", new byte[] {2});
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            var service = framework.await(ContentService.class);
            assertThrows(SourceException.class, () -> first(service));
            var one = framework.register(StorageProvider.class, low, 0, StorageProviderPlugin.ID, "fake");
            assertEquals(1, first(service));
            var two = framework.register(StorageProvider.class, high, 10, StorageProviderPlugin.ID, "fake");
            assertEquals(2, first(service));
            two.unregister();
            assertEquals(0, high.openSessions());
            assertEquals(1, first(service));
            one.unregister();
            assertEquals(0, low.openSessions());
            assertThrows(SourceException.class, () -> first(service));
            bundle.stop();
            framework.awaitGone(ContentService.class);
        }
    }

    @Test
    void another_of_a_higher_ranking_replaces_it_and_it_comes_back_after_a_restart() throws Exception {
        var provider = new FakeStorageProvider().file("music/a.mp3", new byte[] {1});
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            framework.register(StorageProvider.class, provider, 0, StorageProviderPlugin.ID, "fake");
            var own = framework.await(ContentService.class);
            ContentService better = (file, purpose) -> {
                throw new SourceException(SourceException.UNAVAILABLE, "the better one");
            };
            var registration = framework.register(ContentService.class, better, 10);
            assertSame(better, framework.find(ContentService.class));
            registration.unregister();
            assertEquals(1, first(framework.find(ContentService.class)));

            bundle.stop();
            framework.awaitGone(ContentService.class);
            assertEquals(0, provider.openSessions());
            assertThrows(SourceException.class, () -> first(own));
            TestFramework.await("no thread is left", ContentComponentTest::ownThreads, List::isEmpty);
            bundle.start();
            assertEquals(1, first(framework.await(ContentService.class)));
        }
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("content-"))
                .toList();
    }
}

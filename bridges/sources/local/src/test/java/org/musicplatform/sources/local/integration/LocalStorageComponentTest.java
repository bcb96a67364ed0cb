package org.musicplatform.sources.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.source.spi.SourceProperties;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageProviderPlugin;
import org.musicplatform.core.testkit.source.FakeStorageProvider;
import org.musicplatform.sources.local.LocalStorageProvider;

class LocalStorageComponentTest {

    @Test
    void the_provider_comes_with_its_properties_and_goes_with_its_bundle() throws Exception {
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            framework.await(StorageProvider.class);
            var reference = framework.context().getServiceReference(StorageProvider.class);
            assertEquals("local", reference.getProperty(StorageProviderPlugin.ID));
            assertEquals(LocalStorageProvider.TRAITS, SourceProperties.traits(reference::getProperty));
            bundle.stop();
            framework.awaitGone(StorageProvider.class);
        }
    }

    @Test
    void another_of_a_higher_ranking_replaces_it_as_long_as_it_is_there(@TempDir Path folder) throws Exception {
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            var own = framework.await(StorageProvider.class);
            assertEquals(
                    folder.toRealPath().getFileName().toString(),
                    own.resolve(folder.toString()).name());
            var better = new FakeStorageProvider();
            var registration = framework.register(StorageProvider.class, better, 10, StorageProviderPlugin.ID, "local");
            assertSame(better, framework.find(StorageProvider.class));
            registration.unregister();
            assertSame(own, framework.find(StorageProvider.class));
            bundle.stop();
            framework.awaitGone(StorageProvider.class);
            bundle.start();
            var again = framework.await(StorageProvider.class);
            assertNotSame(own, again);
            assertEquals(own.resolve(folder.toString()), again.resolve(folder.toString()));
        }
    }
}

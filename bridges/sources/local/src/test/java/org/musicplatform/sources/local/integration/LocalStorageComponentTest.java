package org.musicplatform.sources.local.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageProviderPlugin;

class LocalStorageComponentTest {

    @Test
    void the_provider_comes_with_its_properties_and_goes_with_its_bundle() throws Exception {
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            framework.await(StorageProvider.class);
            var reference = framework.context().getServiceReference(StorageProvider.class);
            assertEquals("local", reference.getProperty(StorageProviderPlugin.ID));
            assertArrayEquals(new String[] {"ETAG_SURVIVES_MOVE"}, (String[])
                    reference.getProperty(StorageProviderPlugin.CAPABILITIES));
            bundle.stop();
            framework.awaitGone(StorageProvider.class);
        }
    }
}

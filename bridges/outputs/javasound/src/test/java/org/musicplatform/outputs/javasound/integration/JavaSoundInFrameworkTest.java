package org.musicplatform.outputs.javasound.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin;

class JavaSoundInFrameworkTest {

    @Test
    void the_output_comes_with_what_selects_it_and_goes() throws Exception {
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            assertNotNull(framework.await(PlaybackAdapter.class).unavailable());
            var service = bundle.getRegisteredServices()[0];
            assertEquals("javasound", service.getProperty(PlaybackAdapterPlugin.ID));
            assertEquals(true, service.getProperty(PlaybackAdapterPlugin.AUTOMATIC));
            bundle.stop();
            framework.awaitGone(PlaybackAdapter.class);
        }
    }
}

package org.musicplatform.decoders.pcm.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioDecoderPlugin;
import org.osgi.framework.Constants;

class PcmDecoderComponentTest {

    @Test
    void the_decoder_comes_with_its_properties_and_goes_with_its_bundle() throws Exception {
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            framework.await(AudioDecoderFactory.class);
            var reference = framework.context().getServiceReference(AudioDecoderFactory.class);
            assertEquals("pcm", reference.getProperty(AudioDecoderPlugin.ID));
            assertArrayEquals(new String[] {"wav", "wave", "bwf", "rf64", "aif", "aiff", "aifc", "afc"}, (String[])
                    reference.getProperty(AudioDecoderPlugin.EXTENSIONS));
            assertEquals(100, reference.getProperty(Constants.SERVICE_RANKING));
            bundle.stop();
            framework.awaitGone(AudioDecoderFactory.class);
        }
    }
}

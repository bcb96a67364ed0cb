package org.musicplatform.decoders.pcm;

import java.util.List;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.testkit.playback.AudioDecoderContractTest;
import org.musicplatform.core.testkit.playback.AudioSample;

class PcmDecoderContractTest extends AudioDecoderContractTest {

    @Override
    protected AudioDecoderFactory factory() {
        return new PcmDecoderFactory();
    }

    @Override
    protected List<AudioSample> samples() {
        return PcmSamples.all();
    }
}

package org.musicplatform.decoders.pcm.component;

import java.io.IOException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioDecoderPlugin;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.decoders.pcm.PcmDecoderFactory;
import org.osgi.service.component.annotations.Component;

/** Offers to decode WAVE and AIFF, before decoders that know these among many. */
@Component(service = AudioDecoderFactory.class, property = "service.ranking:Integer=100")
@AudioDecoderPlugin(
        id = "pcm",
        extensions = {"wav", "wave", "bwf", "rf64", "aif", "aiff", "aifc", "afc"})
public final class PcmDecoderComponent implements AudioDecoderFactory {

    private final PcmDecoderFactory decoders = new PcmDecoderFactory();

    @Override
    public AudioDecoder open(ContentReader content, String name) throws IOException {
        return decoders.open(content, name);
    }
}

package org.musicplatform.decoders.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.source.ContentReader;

/** Decodes WAVE and AIFF by what the bytes say, whatever the name. */
public final class PcmDecoderFactory implements AudioDecoderFactory {

    private static final int BEGINNING = 12;

    @Override
    public AudioDecoder open(ContentReader content, String name) throws IOException {
        return new PcmDecoder(content, layout(content));
    }

    private static PcmLayout layout(ContentReader content) throws IOException {
        var beginning = ByteBuffer.allocate(BEGINNING);
        if (content.readFully(0, beginning) == BEGINNING) {
            String form = Chunks.fourCharacters(beginning.flip());
            String type = Chunks.fourCharacters(beginning.position(8));
            if (RiffWave.begins(form, type)) {
                return RiffWave.read(content);
            }
            if (Aiff.begins(form, type)) {
                return Aiff.read(content, type);
            }
        }
        throw new PlaybackException(PlaybackException.UNSUPPORTED_CODEC, "The file is neither WAVE nor AIFF.");
    }
}

package org.musicplatform.decoders.pcm;

import java.io.IOException;
import java.util.Arrays;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.testkit.source.BytesContentReader;

/** All that comes out of a file. */
record Decoded(AudioFormat format, long frames, String codec, float[] sound) {

    static Decoded of(byte[] bytes) throws IOException {
        return of(new BytesContentReader(bytes));
    }

    static Decoded of(ContentReader content) throws IOException {
        try (var decoder = new PcmDecoderFactory().open(content, "sample")) {
            int channels = decoder.format().channels();
            float[] block = new float[4096 * channels];
            float[] sound = new float[0];
            for (int n = decoder.decode(block, 0, 4096); n > 0; n = decoder.decode(block, 0, 4096)) {
                int before = sound.length;
                sound = Arrays.copyOf(sound, before + n * channels);
                System.arraycopy(block, 0, sound, before, n * channels);
            }
            return new Decoded(decoder.format(), decoder.frames(), decoder.codec(), sound);
        }
    }
}

package org.example.sndfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.testkit.playback.AudioDecoderContractTest;
import org.musicplatform.core.testkit.playback.AudioSample;
import org.musicplatform.core.testkit.source.BytesContentReader;

class AuDecoderTest extends AudioDecoderContractTest {

    private static final int FRAMES = 3_000;

    @Override
    protected AudioDecoderFactory factory() {
        return new AuDecoderFactory();
    }

    @Override
    protected List<AudioSample> samples() {
        return IntStream.rangeClosed(1, 4).mapToObj(AuDecoderTest::pcm).toList();
    }

    /** Noise in stereo of so many bytes in a sample. */
    private static AudioSample pcm(int width) {
        var random = new Random(width);
        var file = header(FRAMES * 2 * width, 1 + width, FRAMES * 2 * width);
        var sound = new float[FRAMES * 2];
        for (int i = 0; i < sound.length; i++) {
            int value = random.nextInt() >> 32 - 8 * width;
            for (int at = width - 1; at >= 0; at--) {
                file.put((byte) (value >> 8 * at));
            }
            sound[i] = (float) (value / Math.pow(2, 8 * width - 1));
        }
        return new AudioSample(
                width + " bytes.au", file.array(), new AudioFormat(44_100, 2, 8 * width, false), sound);
    }

    private static ByteBuffer header(int bytes, int encoding, int told) {
        return ByteBuffer.allocate(28 + bytes)
                .putInt(0x2e736e64).putInt(28).putInt(told).putInt(encoding).putInt(44_100).putInt(2).putInt(0);
    }

    /** From the table of G.711, scaled to 16 bits. */
    @Test
    void mu_law_is_expanded() throws Exception {
        byte[] codes = {(byte) 0x00, (byte) 0x80, (byte) 0xff, (byte) 0x7f, (byte) 0x8f, (byte) 0x10, (byte) 0xef, 0x6e};
        float[] values = {-32124, 32124, 0, 0, 16764, -15996, 132, -148};
        var file = header(codes.length, 1, -1).put(codes).array();
        var sound = new float[codes.length];
        try (var decoder = factory().open(new BytesContentReader(file), "voice.au")) {
            assertEquals(4, decoder.frames());
            assertEquals(4, decoder.decode(sound, 0, 100));
        }
        for (int i = 0; i < codes.length; i++) {
            assertEquals(values[i], sound[i] * 32768);
        }
    }
}

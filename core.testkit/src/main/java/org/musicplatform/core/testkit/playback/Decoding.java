package org.musicplatform.core.testkit.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.Arrays;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;

/** Takes frames out of a decoder, checking what is the same for every call. */
final class Decoding {

    private static final float UNTOUCHED = 1234.5f;
    private static final int ROOM = 3;

    private Decoding() {}

    /** Decodes frames until there are enough or the end has come. */
    static float[] frames(AudioDecoder decoder, int enough, int blockSize) throws IOException {
        int channels = decoder.format().channels();
        float[] sound = new float[0];
        int samples = 0;
        while (samples < (long) enough * channels) {
            int wanted = Math.min(blockSize, enough - samples / channels);
            float[] block = block(decoder, wanted);
            if (block == null) {
                return Arrays.copyOf(sound, samples);
            }
            if (sound.length < samples + block.length) {
                sound = Arrays.copyOf(sound, Math.max(2 * sound.length, samples + block.length));
            }
            System.arraycopy(block, 0, sound, samples, block.length);
            samples += block.length;
        }
        return Arrays.copyOf(sound, samples);
    }

    /** Decodes a block; null at the end. */
    static float[] block(AudioDecoder decoder, int frames) throws IOException {
        int channels = decoder.format().channels();
        float[] target = new float[ROOM + frames * channels + ROOM];
        Arrays.fill(target, UNTOUCHED);
        int decoded = decoder.decode(target, ROOM, frames);
        assertTrue(
                decoded == -1 || decoded >= 1 && decoded <= frames, () -> decoded + " frames for " + frames + " asked");
        int end = ROOM + Math.max(0, decoded) * channels;
        for (int i = 0; i < ROOM; i++) {
            assertEquals(UNTOUCHED, target[i], "written before the offset");
            assertEquals(UNTOUCHED, target[target.length - 1 - i], "written behind the frames asked for");
        }
        return decoded == -1 ? null : Arrays.copyOfRange(target, ROOM, end);
    }

    /** Decodes all that a bad file gives: frames, and then the end or an error in words. Returns how many frames. */
    static long anything(AudioDecoder decoder, int blockSize) throws IOException {
        float[] target = new float[blockSize * decoder.format().channels()];
        long frames = 0;
        try {
            for (int n = decoder.decode(target, 0, blockSize); n != -1; n = decoder.decode(target, 0, blockSize)) {
                assertTrue(n >= 1 && n <= blockSize, n + " frames for " + blockSize + " asked");
                frames += n;
            }
        } catch (PlaybackException refused) {
            assertInWords(refused);
        }
        return frames;
    }

    static void assertSound(float[] expected, int from, int length, float[] actual, float tolerance, String what) {
        assertEquals(length, actual.length, () -> what + ": samples");
        for (int i = 0; i < length; i++) {
            float wanted = expected[from + i];
            if (!(Math.abs(wanted - actual[i]) <= tolerance || Float.compare(wanted, actual[i]) == 0)) {
                fail(what + ": sample " + (from + i) + " is " + actual[i] + ", not " + wanted);
            }
        }
    }

    static void assertInWords(PlaybackException refused) {
        String words = refused.getMessage();
        assertTrue(words != null && words.matches("(?s)\\p{Lu}.*[.!]"), () -> "no sentence: " + words);
    }
}

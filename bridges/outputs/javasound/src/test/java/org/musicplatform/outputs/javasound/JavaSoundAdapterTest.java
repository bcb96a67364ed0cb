package org.musicplatform.outputs.javasound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.testkit.playback.PlaybackAdapterContractTest;

/** On Linux the sound card of these tests is a file; elsewhere it is what the machine has, or they are skipped. */
class JavaSoundAdapterTest extends PlaybackAdapterContractTest {

    private static final Path PLAYED = Path.of("target/played.raw");

    @Override
    protected PlaybackAdapter adapter() {
        return new JavaSoundAdapter();
    }

    @Override
    protected String target() {
        return "";
    }

    @Override
    protected String badTarget() {
        return "no such device";
    }

    @Override
    protected boolean timed() {
        return false; // the file takes all at once
    }

    private byte[] play(AudioFormat format, float[] samples) throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/share/alsa/alsa.conf"))
                        && adapter().unavailable().isEmpty(),
                "no ALSA here: what a card would get cannot be seen");
        Files.deleteIfExists(PLAYED);
        try (var output = adapter().open("")) {
            output.configure(format);
            int channels = format.channels();
            int frames = samples.length / channels;
            for (int done = 0; done < frames; ) {
                done += output.write(samples, done * channels, frames - done);
            }
            output.drain();
        }
        return Files.readAllBytes(PLAYED);
    }

    private static float[] noise(int bits, int samples) {
        var noise = new float[samples];
        var random = new Random(bits);
        int top = 1 << bits - 1;
        for (int i = 0; i < samples; i++) {
            noise[i] = (random.nextInt(2 * top) - top) / (float) top;
        }
        return noise;
    }

    @Test
    void the_card_gets_every_bit_of_16() throws Exception {
        var samples = noise(16, 60_000);
        var expected = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            int value = Math.round(samples[i] * 32_768);
            expected[2 * i] = (byte) value;
            expected[2 * i + 1] = (byte) (value >> 8);
        }
        var played = play(new AudioFormat(44_100, 2, 16, false), samples);
        // a card is fed whole periods: silence may follow
        assertArrayEquals(expected, Arrays.copyOf(played, expected.length));
    }

    @Test
    void the_card_gets_every_bit_of_24() throws Exception {
        var samples = noise(24, 60_000);
        var played = play(new AudioFormat(96_000, 2, 24, false), samples);
        int bytes = played.length >= samples.length * 4 ? 4 : 3; // the depth that the card takes
        for (int i = 0; i < samples.length; i++) {
            int value = Math.round(samples[i] * 8_388_608);
            int at = i * bytes + bytes - 3;
            int heard = played[at] & 0xff | (played[at + 1] & 0xff) << 8 | played[at + 2] << 16;
            assertTrue(value == heard, "sample " + i + " is " + heard + ", not " + value);
        }
    }
}

package org.musicplatform.outputs.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.testkit.playback.PlaybackAdapterContractTest;

class FileAdapterTest extends PlaybackAdapterContractTest {

    @TempDir
    Path dir;

    private int opened;

    @Override
    protected PlaybackAdapter adapter() {
        return new FileAdapter();
    }

    @Override
    protected String target() {
        return dir.resolve("out" + ++opened + ".wav").toString();
    }

    @Override
    protected String badTarget() {
        return dir.resolve("nowhere/out.wav").toString();
    }

    @Override
    protected boolean timed() {
        return false;
    }

    private Path write(AudioFormat format, float... samples) throws Exception {
        Path file = dir.resolve("w.wav");
        try (var output = adapter().open(file.toString())) {
            output.configure(format);
            output.write(samples, 0, samples.length / format.channels());
        }
        return file;
    }

    /** What another reader of WAVE files makes of it. */
    private static byte[] readBack(Path file, int bits, int channels) throws Exception {
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            assertEquals(bits, in.getFormat().getSampleSizeInBits());
            assertEquals(channels, in.getFormat().getChannels());
            assertEquals(96_000, in.getFormat().getSampleRate());
            return in.readAllBytes();
        }
    }

    @Test
    void whole_numbers_are_written_exactly() throws Exception {
        var samples = new float[] {0, 1 / 32_768f, -1, 32_767 / 32_768f};
        assertArrayEquals(
                new byte[] {0, 0, 1, 0, 0, (byte) 0x80, (byte) 0xff, 0x7f},
                readBack(write(new AudioFormat(96_000, 2, 16, false), samples), 16, 2));
        assertArrayEquals(
                new byte[] {1, 0, 0, 0, 0, (byte) 0x80},
                readBack(write(new AudioFormat(96_000, 1, 24, false), 1 / 8_388_608f, -1), 24, 1));
        assertArrayEquals(
                new byte[] {(byte) 128, 0, (byte) 255},
                readBack(write(new AudioFormat(96_000, 1, 8, false), 0, -1, 127 / 128f), 8, 1));
    }

    @Test
    void floats_are_written_as_they_are() throws Exception {
        assertArrayEquals(
                new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0},
                readBack(write(AudioFormat.floats(96_000, 1), 1, -2), 32, 1));
    }

    @Test
    void another_shape_gets_another_file_and_the_first_stays() throws Exception {
        Path file = dir.resolve("mix.wav");
        String notice;
        try (var output = adapter().open(file.toString())) {
            assertEquals("", output.configure(CD));
            output.write(new float[200], 0, 100);
            output.drain();
            assertEquals("", output.configure(CD));
            output.write(new float[200], 0, 100);
            output.drain();
            notice = output.configure(new AudioFormat(48_000, 1, 16, false));
            output.write(new float[100], 0, 100);
        }
        assertTrue(notice.contains("mix-2.wav"), notice);
        assertEquals(List.of("mix-2.wav", "mix.wav"), names());
        assertEquals(200 * 4, dataBytes(file));
        assertEquals(100 * 2, dataBytes(dir.resolve("mix-2.wav")));
    }

    @Test
    void more_depth_in_the_same_shape_is_rounded_and_said() throws Exception {
        try (var output = adapter().open(target())) {
            output.configure(CD);
            String notice = output.configure(new AudioFormat(44_100, 2, 24, false));
            assertTrue(notice.contains("rounded"), notice);
        }
    }

    @Test
    void a_file_that_lies_there_stays_until_all_is_written() throws Exception {
        Path file = dir.resolve("old.wav");
        Files.writeString(file, "precious");
        var output = adapter().open(file.toString());
        output.configure(CD);
        output.write(new float[200], 0, 100);
        assertEquals("precious", Files.readString(file));
        output.close();
        assertEquals(100 * 4, dataBytes(file));
        adapter().open(file.toString()).close();
        assertEquals(100 * 4, dataBytes(file), "nothing was played, nothing is replaced");
    }

    @Test
    void an_interrupt_does_not_break_the_file() throws Exception {
        Path file = dir.resolve("i.wav");
        try (var output = adapter().open(file.toString())) {
            output.configure(CD);
            Thread.currentThread().interrupt();
            output.write(new float[200_000], 0, 100_000);
            assertTrue(Thread.interrupted());
            output.write(new float[200], 0, 100);
        }
        assertEquals(100_100 * 4, dataBytes(file));
    }

    @Test
    void what_can_be_no_file_is_refused_in_words() {
        for (String target : List.of("", " ", dir.toString(), "/dev/null/x.wav", "a\0b")) {
            var refusal = assertThrows(PlaybackException.class, () -> adapter().open(target), target);
            assertEquals(PlaybackException.OUTPUT_UNAVAILABLE, refusal.code());
        }
    }

    @Test
    void more_than_two_channels_name_their_speakers() throws Exception {
        byte[] bytes = Files.readAllBytes(write(new AudioFormat(96_000, 6, 24, false), new float[6]));
        int format = indexOf(bytes, "fmt ");
        assertEquals(0xFE, bytes[format + 8] & 0xff);
        assertEquals(0x3F, bytes[format + 28]);
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(dir)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static long dataBytes(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int data = indexOf(bytes, "data");
        long size = 0;
        for (int i = 7; i >= 4; i--) {
            size = size << 8 | bytes[data + i] & 0xff;
        }
        assertEquals(bytes.length - data - 8, size);
        return size;
    }

    private static int indexOf(byte[] bytes, String id) {
        byte[] wanted = id.getBytes(StandardCharsets.US_ASCII);
        for (int i = 12; i < bytes.length - 4; i++) {
            if (Arrays.equals(bytes, i, i + 4, wanted, 0, 4)) {
                return i;
            }
        }
        throw new AssertionError("no " + id);
    }
}

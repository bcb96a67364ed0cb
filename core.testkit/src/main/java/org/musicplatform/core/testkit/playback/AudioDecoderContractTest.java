package org.musicplatform.core.testkit.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.testkit.source.BytesContentReader;
import org.musicplatform.core.testkit.source.Gate;

/** What every {@link AudioDecoderFactory} and its decoders keep. */
public abstract class AudioDecoderContractTest {

    private static final Duration TIME_OF_A_FILE = Duration.ofSeconds(20);
    private static final IOException LOST = new IOException("the connection to sample is lost");
    private static final int PART = 500;

    /** The frames of a codec's block, which a file cut at its end may give without their padding cut off. */
    private static final int BLOCK_OF_A_CODEC = 10_000;

    /** Returns the factory under test; the same one, or a new one, each time. */
    protected abstract AudioDecoderFactory factory();

    /** Returns at least one good file of each format, of a few seconds at most, the same each time. */
    protected abstract List<AudioSample> samples();

    /** Tells whether a decoder of the sample knows how long it is. */
    protected boolean lengthKnown(AudioSample sample) {
        return true;
    }

    /** Tells whether a decoder of the sample can be positioned. */
    protected boolean seekable(AudioSample sample) {
        return true;
    }

    /** Returns how often each sample is damaged. */
    protected int damages() {
        return 60;
    }

    private AudioDecoder open(AudioSample sample) throws IOException {
        return factory().open(new BytesContentReader(sample.bytes()), sample.name());
    }

    private static void assertAll(AudioSample sample, float[] actual, String what) {
        float[] expected = sample.sound().get();
        Decoding.assertSound(expected, 0, expected.length, actual, sample.tolerance(), sample.name() + what);
    }

    private static int frames(AudioSample sample) {
        return sample.sound().get().length / sample.format().channels();
    }

    @Test
    void the_frames_are_the_same_whatever_the_size_of_the_blocks() throws IOException {
        assertFalse(samples().isEmpty());
        for (var sample : samples()) {
            for (int size : new int[] {1, 7, 2048, frames(sample) + 1}) {
                try (var decoder = open(sample)) {
                    assertAll(sample, Decoding.frames(decoder, Integer.MAX_VALUE, size), " in blocks of " + size);
                }
            }
        }
    }

    @Test
    void the_format_and_length_are_told_before_the_first_frame_and_stay() throws IOException {
        for (var sample : samples()) {
            try (var decoder = open(sample)) {
                long length = lengthKnown(sample) ? frames(sample) : -1;
                assertEquals(sample.format(), decoder.format(), sample.name());
                assertEquals(length, decoder.frames(), sample.name());
                assertFalse(decoder.codec().isBlank(), sample.name());
                Decoding.frames(decoder, PART, PART);
                assertEquals(sample.format(), decoder.format(), sample.name());
                assertEquals(length, decoder.frames(), sample.name());
            }
        }
    }

    @Test
    void the_end_is_told_again_and_again() throws IOException {
        for (var sample : samples()) {
            try (var decoder = open(sample)) {
                assertAll(sample, Decoding.frames(decoder, Integer.MAX_VALUE, 4096), "");
                for (int i = 0; i < 10; i++) {
                    assertNull(Decoding.block(decoder, 1 + 100 * i), sample.name());
                }
            }
        }
    }

    @Test
    void seeking_goes_to_exactly_the_frame() throws IOException {
        for (var sample : samples()) {
            int length = frames(sample);
            var places = new ArrayList<>(List.of(0L, length - 1L, (long) length, 1L, length + 1L, 0L, Long.MAX_VALUE));
            new Random(7).longs(40, 0, length).forEach(places::add);
            try (var decoder = open(sample)) {
                for (long place : places) {
                    if (seekable(sample)) {
                        decoder.seek(place);
                        assertPart(sample, decoder, Math.min(length, place), "after seeking to " + place);
                    } else {
                        assertStays(sample, decoder, place);
                    }
                }
            }
        }
    }

    private static void assertPart(AudioSample sample, AudioDecoder decoder, long place, String what)
            throws IOException {
        int channels = sample.format().channels();
        int length = (int) Math.min(PART, frames(sample) - place) * channels;
        float[] part = Decoding.frames(decoder, PART, 333);
        Decoding.assertSound(
                sample.sound().get(),
                (int) place * channels,
                length,
                part,
                sample.tolerance(),
                sample.name() + " " + what);
    }

    private void assertStays(AudioSample sample, AudioDecoder decoder, long place) throws IOException {
        var refused = assertThrows(PlaybackException.class, () -> decoder.seek(place), sample.name());
        assertEquals(PlaybackException.SEEK_NOT_SUPPORTED, refused.code(), sample.name());
        Decoding.assertInWords(refused);
        try (var fresh = open(sample)) {
            assertThrows(PlaybackException.class, () -> fresh.seek(place), sample.name());
            assertPart(sample, fresh, 0, "after seeking in vain");
        }
    }

    @Test
    void bytes_that_trickle_from_a_source_that_does_not_tell_the_size_sound_the_same() throws IOException {
        for (var sample : samples()) {
            var content = new BytesContentReader(sample.bytes()).withoutSize().atMost(61);
            try (var decoder = factory().open(content, sample.name())) {
                assertAll(sample, Decoding.frames(decoder, Integer.MAX_VALUE, 1000), " trickling");
            }
        }
    }

    @Test
    void a_foreign_file_is_left_to_the_next_factory() {
        var foreign = Map.of(
                "notes.txt",
                "It is raining. ".repeat(200).getBytes(StandardCharsets.US_ASCII),
                "page.html",
                "<!DOCTYPE html><title>Rain</title>".getBytes(StandardCharsets.US_ASCII),
                "cover.png",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13},
                "zeros.bin",
                new byte[5000],
                "empty.bin",
                new byte[0]);
        foreign.forEach((name, bytes) -> {
            var content = new BytesContentReader(bytes);
            var refused = assertThrows(PlaybackException.class, () -> factory().open(content, name), name);
            assertEquals(PlaybackException.UNSUPPORTED_CODEC, refused.code(), name);
            Decoding.assertInWords(refused);
            assertFalse(content.closed(), name);
        });
    }

    @Test
    void a_file_cut_anywhere_gives_frames_or_an_error_in_words_and_ends() {
        for (var sample : samples()) {
            int most = frames(sample) + BLOCK_OF_A_CODEC;
            int step = Math.max(1, sample.bytes().length / 20);
            for (int length = 0; length < sample.bytes().length; length += length < 64 ? 3 : step) {
                String what = sample.name() + " cut to " + length;
                long frames = outcome(Arrays.copyOf(sample.bytes(), length), sample.name(), what);
                assertTrue(frames <= most, () -> what + ": " + frames + " frames");
            }
        }
    }

    @Test
    void a_damaged_file_gives_frames_or_an_error_in_words_and_ends() {
        for (var sample : samples()) {
            for (int seed = 0; seed < damages(); seed++) {
                outcome(Damage.to(sample.bytes(), seed), sample.name(), sample.name() + " damaged, seed " + seed);
            }
        }
    }

    /** Frames, or an error in words, in the time that a file gets; nothing else. */
    private long outcome(byte[] bytes, String name, String what) {
        return assertTimeoutPreemptively(
                TIME_OF_A_FILE,
                () -> {
                    try (var decoder = factory().open(new BytesContentReader(bytes), name)) {
                        assertNotNull(decoder.format(), what);
                        return Decoding.anything(decoder, 4096);
                    } catch (PlaybackException refused) {
                        Decoding.assertInWords(refused);
                        return 0L;
                    }
                },
                what);
    }

    @Test
    void bytes_that_cannot_be_read_are_the_sources_fault_and_not_the_files() {
        for (var sample : samples()) {
            for (int eighth = 0; eighth < 8; eighth++) {
                long from = (long) sample.bytes().length * eighth / 8;
                var content = new BytesContentReader(sample.bytes()).failFrom(from, LOST);
                try (var decoder = factory().open(content, sample.name())) {
                    assertAll(sample, Decoding.frames(decoder, Integer.MAX_VALUE, 4096), " without its last bytes");
                } catch (IOException failed) {
                    assertTrue(failed == LOST || failed.getCause() == LOST, sample + " from " + from + ": " + failed);
                }
            }
        }
    }

    @Test
    void opening_that_is_interrupted_ends() throws Exception {
        var sample = samples().get(0);
        var gate = new Gate();
        var worker = Executors.newSingleThreadExecutor();
        try {
            Future<?> opening = worker.submit(() -> {
                ContentReader slow = new BytesContentReader(sample.bytes()).waitAt(gate);
                assertThrows(IOException.class, () -> factory().open(slow, sample.name()));
            });
            gate.awaitArrival();
            worker.shutdownNow();
            opening.get(TIME_OF_A_FILE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            gate.open();
            worker.shutdownNow();
        }
    }

    @Test
    void the_content_is_read_within_its_bounds_and_closed_by_its_opener() throws IOException {
        for (var sample : samples()) {
            var bytes = new BytesContentReader(sample.bytes());
            var content = new WatchedContent(bytes);
            try (var decoder = factory().open(content, sample.name())) {
                if (seekable(sample)) {
                    decoder.seek(Long.MAX_VALUE);
                    assertNull(Decoding.block(decoder, 1), sample.name());
                    decoder.seek(0);
                }
                Decoding.frames(decoder, Integer.MAX_VALUE, 4096);
            }
            assertFalse(bytes.closed(), sample.name());
            assertTrue(content.farthest() <= sample.bytes().length, () -> sample + " read at " + content.farthest());
        }
    }

    @Test
    void a_decoder_that_is_closed_leaves_no_thread_and_no_process() throws IOException {
        int threads = Thread.activeCount() + 8;
        long processes = ProcessHandle.current().children().count();
        for (int i = 0; i < 20; i++) {
            for (var sample : samples()) {
                try (var decoder = open(sample)) {
                    Decoding.frames(decoder, i % 2 * PART, PART);
                }
            }
        }
        long deadline = System.nanoTime() + TIME_OF_A_FILE.toNanos();
        while (Thread.activeCount() > threads
                || ProcessHandle.current().children().count() > processes) {
            assertTrue(System.nanoTime() < deadline, "threads or processes are left");
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void several_decoders_at_once_give_what_one_gives() throws Exception {
        var factory = factory();
        var calls = new ArrayList<Callable<Void>>();
        for (int round = 0; round < 4; round++) {
            for (var sample : samples()) {
                calls.add(() -> {
                    try (var decoder = factory.open(new BytesContentReader(sample.bytes()), sample.name())) {
                        assertAll(sample, Decoding.frames(decoder, Integer.MAX_VALUE, 501), " among others");
                    }
                    return null;
                });
            }
        }
        var workers = Executors.newFixedThreadPool(8);
        try {
            for (var decoding : workers.invokeAll(calls)) {
                decoding.get(60, TimeUnit.SECONDS);
            }
        } finally {
            workers.shutdownNow();
        }
    }
}

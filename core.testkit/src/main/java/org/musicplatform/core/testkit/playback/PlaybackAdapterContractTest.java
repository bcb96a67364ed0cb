package org.musicplatform.core.testkit.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;

/** What every {@link PlaybackAdapter} and its outputs keep. Skipped in words where the adapter says it is unavailable. */
public abstract class PlaybackAdapterContractTest {

    /** Compact disc. */
    protected static final AudioFormat CD = new AudioFormat(44_100, 2, 16, false);

    private static final AudioFormat OTHER = new AudioFormat(48_000, 1, 16, false);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int FRAMES = 4_410;

    /** Returns the adapter under test; the same one, or a new one, each time. */
    protected abstract PlaybackAdapter adapter();

    /** Returns a target that can be opened; another one each time where two outputs cannot share one. */
    protected abstract String target();

    /** Returns a target that cannot be used, or null when every text is one that can. */
    protected abstract String badTarget();

    /** Tells whether frames are heard in time, so that an output can be full. */
    protected abstract boolean timed();

    private AudioOutput open() throws IOException {
        var adapter = adapter();
        String reason = adapter.unavailable();
        Assumptions.assumeTrue(reason.isEmpty(), reason);
        return adapter.open(target());
    }

    private static void writeAll(AudioOutput output, int channels, int frames) throws IOException {
        var block = new float[channels * frames];
        for (int done = 0; done < frames; ) {
            int n = output.write(block, done * channels, frames - done);
            assertTrue(n >= 1 && n <= frames - done, "took " + n + " of " + (frames - done));
            done += n;
        }
    }

    @Test
    void what_was_taken_is_played_after_draining() {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (var output = open()) {
                assertNotNull(output.configure(CD));
                assertEquals(0, output.played());
                writeAll(output, 2, FRAMES);
                output.drain();
                assertEquals(FRAMES, output.played());
            }
        });
    }

    @Test
    void played_never_falls_and_never_runs_ahead() {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (var output = open()) {
                output.configure(CD);
                long last = 0;
                var block = new float[2 * 441];
                for (int i = 0; i < 20; i++) {
                    int taken = 0;
                    while (taken < 441) {
                        taken += output.write(block, taken * 2, 441 - taken);
                    }
                    long played = output.played();
                    assertTrue(played >= last, "it fell from " + last + " to " + played);
                    assertTrue(played <= 441L * (i + 1), "it ran ahead");
                    last = played;
                }
            }
        });
    }

    @Test
    void another_format_can_follow() {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (var output = open()) {
                output.configure(CD);
                writeAll(output, 2, FRAMES);
                output.drain();
                assertNotNull(output.configure(OTHER));
                assertEquals(0, output.played(), "counted from the last configure on");
                writeAll(output, 1, FRAMES);
                output.drain();
                assertEquals(FRAMES, output.played());
            }
        });
    }

    @Test
    void flushed_frames_count_as_heard() {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (var output = open()) {
                output.configure(CD);
                writeAll(output, 2, FRAMES);
                output.flush();
                assertEquals(FRAMES, output.played());
                writeAll(output, 2, FRAMES);
                output.drain();
                assertEquals(2 * FRAMES, output.played());
            }
        });
    }

    @Test
    void a_pause_holds_and_a_full_output_lets_go_of_its_writer() {
        Assumptions.assumeTrue(timed(), "it is never full");
        for (String way : List.of("pause", "close", "interrupt")) {
            assertTimeoutPreemptively(LIMIT, () -> lettingGo(way), way);
        }
    }

    private void lettingGo(String way) throws Exception {
        var output = open();
        output.configure(CD);
        writeAll(output, 2, FRAMES);
        output.pause();
        long held = output.played();
        output.resume();
        var thread = new AtomicReference<Thread>();
        var writing = CompletableFuture.supplyAsync(() -> {
            thread.set(Thread.currentThread());
            var block = new float[2 * FRAMES];
            try {
                int n = 1;
                while (n > 0) { // faster than it plays: it fills up
                    n = output.write(block, 0, FRAMES);
                }
                return n;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } finally {
                thread.set(null);
                Thread.interrupted();
            }
        });
        while (!writing.isDone()) {
            switch (way) {
                case "pause" -> output.pause();
                case "close" -> output.close();
                default -> {
                    var there = thread.get();
                    if (there != null) {
                        there.interrupt();
                    }
                }
            }
        }
        assertEquals(0, writing.get(5, TimeUnit.SECONDS));
        if (way.equals("pause")) {
            long at = output.played();
            assertTrue(at >= held);
            assertEquals(at, output.played(), "nothing is heard in a pause");
        }
        if (!way.equals("close")) {
            output.close();
        }
    }

    @Test
    void writing_makes_no_garbage() throws Exception {
        Assumptions.assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
                "this virtual machine does not tell what a thread allocates");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var output = open()) {
            output.configure(CD);
            int rounds = timed() ? 10 : 1_000;
            long allocated = Long.MAX_VALUE;
            for (int attempt = 0; attempt < 5; attempt++) { // the first ones load and compile
                var block = new float[2 * 1_024];
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < rounds; i++) {
                    output.write(block, 0, 1_024);
                }
                allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertTrue(allocated < 2_000, allocated + " bytes in " + rounds + " writes");
        }
    }

    @Test
    void a_target_that_cannot_be_used_is_refused_in_words() {
        Assumptions.assumeTrue(badTarget() != null, "every target can be used");
        Assumptions.assumeTrue(adapter().unavailable().isEmpty(), adapter().unavailable());
        var refusal = assertThrows(PlaybackException.class, () -> adapter().open(badTarget()));
        assertEquals(PlaybackException.OUTPUT_UNAVAILABLE, refusal.code());
        assertFalse(refusal.getMessage().isBlank());
        assertTrue(refusal.getMessage().endsWith(".") || refusal.getMessage().contains(":"), refusal.getMessage());
    }

    @Test
    void an_unused_output_can_be_closed() throws Exception {
        open().close();
    }

    @Test
    void asking_whether_it_works_is_quick_and_changes_nothing() {
        var adapter = adapter();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(adapter.unavailable(), adapter.unavailable());
        });
    }
}

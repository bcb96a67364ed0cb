package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.sync.job.Timing;

@Timeout(30)
class RetryTest {

    private static final MetadataException LINE_CUT = new MetadataException(MetadataException.UNREADABLE, "line cut");

    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();

    private int looks(String file) {
        return looks.getOrDefault(file, new AtomicInteger()).get();
    }

    /** Fails a number of times for each file, then reads. */
    private void failing(Rig rig, CoreException failure, int times) {
        rig.metadata.reads = file -> {
            int look = looks.computeIfAbsent(file.name(), any -> new AtomicInteger())
                    .incrementAndGet();
            return look <= times
                    ? CompletableFuture.failedFuture(failure)
                    : CompletableFuture.completedFuture(FakeMetadata.READ);
        };
    }

    private static Timing waiting(Duration backOff) {
        return new Timing(
                Rig.QUICK.call(),
                Rig.QUICK.whileWritten(),
                backOff,
                Rig.QUICK.gather(),
                Rig.QUICK.sweepFirst(),
                Rig.QUICK.sweepLast());
    }

    @Test
    void what_may_pass_is_tried_again_and_taken_when_it_did() throws Exception {
        try (var rig = new Rig()) {
            rig.source("m/a.mp3", "m/b.mp3");
            failing(rig, LINE_CUT, 2);
            var report = rig.sync();
            assertEquals(0, report.status().counts().failed());
            assertEquals(2, report.status().counts().done());
            assertEquals(3, looks("a.mp3"));
        }
    }

    @Test
    void the_third_failure_is_the_last_and_has_its_reason() throws Exception {
        try (var rig = new Rig()) {
            rig.source("m/a.mp3");
            failing(rig, LINE_CUT, 99);
            var report = rig.sync();
            assertEquals(SyncState.COMPLETED, report.status().state());
            assertEquals("line cut", report.failures().get(0).reason());
            assertEquals(3, looks("a.mp3"));
            assertTrue(rig.library.log().contains("fail a.mp3 unreadable-file"));
        }
    }

    @Test
    void the_back_off_is_really_waited_for_and_grows() throws Exception {
        try (var rig = new Rig(waiting(Duration.ofMillis(100)))) {
            rig.source("m/a.mp3");
            failing(rig, LINE_CUT, 2);
            long began = System.nanoTime();
            rig.sync();
            long millis = (System.nanoTime() - began) / 1_000_000;
            assertTrue(millis >= 150, "50 and 100 ms are the least: " + millis); // by chance up to 150 and 300
        }
    }

    @Test
    void tries_are_counted_over_restarts_and_what_is_not_due_is_not_read() throws Exception {
        try (var rig = new Rig(waiting(Duration.ofHours(1)))) { // which ends at 64 s
            var account = rig.source("m/a.mp3");
            failing(rig, LINE_CUT, 99);
            var job = rig.start(SyncOptions.DEFAULT);
            Rig.await("it waits", () -> rig.library.log().contains("retry a.mp3 unreadable-file"));
            job.cancel();
            assertEquals(SyncState.CANCELLED, job.completion().get().status().state());
            rig.library.openAgain();
            assertEquals(
                    1, rig.library.queues.get(account.id()).get("a.mp3").task().attempts());
            var next = rig.start(new SyncOptions(true, false, false));
            Rig.await("it is listed", () -> next.status().listed());
            assertFalse(next.completion().isDone());
            assertEquals(1, looks("a.mp3"));
            next.cancel();
        }
    }

    @Test
    void a_source_that_is_away_for_a_moment_holds_up_reading_and_costs_no_try() throws Exception {
        try (var rig = new Rig(waiting(Duration.ofMillis(50)))) {
            rig.metadata.readers = 4;
            rig.source("m/a.mp3", "m/b.mp3", "m/c.mp3", "m/d.mp3", "m/e.mp3", "m/f.mp3");
            failing(rig, new SourceException(SourceException.UNAVAILABLE, "busy"), 1);
            var report = rig.sync();
            // all that failed while it was away were under way together: one failure to reach it
            assertEquals(SyncState.COMPLETED, report.status().state(), report.status()::reason);
            assertEquals(6, report.status().counts().done());
            assertFalse(rig.library.log().stream().anyMatch(line -> line.startsWith("retry")));
        }
    }

    @Test
    void a_source_that_stays_away_fails_the_job_after_three_tries_and_the_next_job_goes_on() throws Exception {
        try (var rig = new Rig(waiting(Duration.ofMillis(100)))) {
            rig.metadata.readers = 4;
            var account = rig.source("m/a.mp3", "m/b.mp3", "m/c.mp3", "m/d.mp3");
            failing(rig, new SourceException(SourceException.UNAVAILABLE, "unplugged"), 99);
            long began = System.nanoTime();
            var report = rig.sync();
            long millis = (System.nanoTime() - began) / 1_000_000;
            assertTrue(millis >= 150, "50 and 100 ms are the least: " + millis);
            assertEquals(SyncState.FAILED, report.status().state());
            assertTrue(report.status().reason().contains("unplugged"));
            assertEquals(SourceState.UNAVAILABLE, rig.library.state(account.id()));
            int tries = looks.values().stream().mapToInt(AtomicInteger::get).sum();
            assertTrue(tries >= 3 && tries <= 8 + 2, "eight at once, then one by one: " + tries);
            failing(rig, LINE_CUT, 0);
            rig.library.log.clear();
            assertEquals(4, rig.sync().status().counts().done(), rig.library.log::toString);
            assertEquals(SourceState.READY, rig.library.state(account.id()));
        }
    }

    @Test
    void a_file_that_went_after_it_was_listed_is_no_failure_but_left_to_the_next_listing() throws Exception {
        try (var rig = new Rig()) {
            var account = rig.source("m/a.mp3", "m/b.mp3");
            failing(rig, new SourceException(SourceException.NOT_FOUND, "gone"), 99);
            var report = rig.sync();
            assertEquals(SyncState.COMPLETED, report.status().state());
            assertEquals(0, report.status().counts().failed());
            assertEquals(2, rig.library.queued(account.id()));
            rig.source.remove("m/a.mp3");
            rig.sync();
            assertEquals(1, rig.library.queued(account.id()));
        }
    }

    @Test
    void a_service_that_reads_nothing_fails_the_job_and_no_file() throws Exception {
        try (var rig = new Rig()) {
            var account = rig.source("m/a.mp3");
            rig.metadata.reads = file -> {
                throw new IllegalStateException("shut down");
            };
            var report = rig.sync();
            assertEquals(SyncState.FAILED, report.status().state());
            assertEquals(0, report.status().counts().failed());
            assertEquals(1, rig.library.queued(account.id()));
        }
    }

    @Test
    void files_that_are_all_too_large_fail_one_by_one_without_being_read() throws Exception {
        try (var rig = new Rig()) {
            rig.settings.set("sync.max-file-size", "2");
            var paths = new String[300];
            for (int i = 0; i < paths.length; i++) {
                paths[i] = "m/" + i + ".mp3";
            }
            rig.source(paths);
            assertEquals(300, rig.sync().status().counts().failed());
            assertEquals(0, rig.metadata.calls.get());
        }
    }
}

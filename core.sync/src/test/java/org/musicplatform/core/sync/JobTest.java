package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.event.SourceHeld;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.event.SyncProgressed;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncOptions.Depth;
import org.musicplatform.core.api.sync.SyncOptions.Pace;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.testkit.source.FakeStorageProvider;
import org.musicplatform.core.testkit.source.GeneratedStorageProvider;

@Timeout(30)
class JobTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static String[] files(int count) {
        var paths = new String[count];
        for (int i = 0; i < count; i++) {
            paths[i] = "m/" + i / 10 + "/" + i + ".mp3";
        }
        return paths;
    }

    /** Readings that end when the test says. */
    private LinkedBlockingQueue<CompletableFuture<TagReading>> held() {
        var begun = new LinkedBlockingQueue<CompletableFuture<TagReading>>();
        rig.metadata.reads = file -> {
            var reading = new CompletableFuture<TagReading>();
            begun.add(reading);
            return reading;
        };
        return begun;
    }

    @Test
    void percent_rises_to_a_hundred_and_never_falls_though_files_are_read_again() throws Exception {
        rig.source(files(100));
        rig.source.pageSize(7);
        var cut = new MetadataException(MetadataException.UNREADABLE, "cut");
        var calls = new AtomicInteger();
        var percents = new LinkedBlockingQueue<Integer>();
        var job = new CompletableFuture<SyncJob>();
        rig.metadata.reads = file -> {
            percents.add(job.join().status().progress().percent());
            return calls.incrementAndGet() % 3 == 0
                    ? CompletableFuture.failedFuture(cut)
                    : CompletableFuture.completedFuture(FakeMetadata.READ);
        };
        job.complete(rig.start(SyncOptions.DEFAULT));
        var last = job.get().completion().get().status();
        assertTrue(calls.get() > 110, "some were read again");
        int before = 0;
        for (int percent : percents) {
            assertTrue(percent >= before && percent <= 99, percent + " after " + before);
            before = percent;
        }
        assertTrue(before > 50);
        assertEquals(100, last.progress().percent());
        assertTrue(last.progress().rate() > 0);
    }

    @Test
    void a_library_that_takes_in_nothing_fails_the_job_in_its_own_words() throws Exception {
        rig.source(files(10));
        rig.library.refusal = new LibraryException(LibraryException.IO, true, "The disk is full.", null);
        var status = rig.sync().status();
        assertEquals(SyncState.FAILED, status.state());
        assertTrue(status.reason().contains("The disk is full."), status.reason());
    }

    @Test
    void a_job_under_way_tells_its_pace_and_how_long_it_will_take() throws Exception {
        rig.source(files(100));
        var begun = held();
        var job = rig.start(SyncOptions.DEFAULT);
        for (int i = 0; i < 20; i++) {
            begun.take().complete(FakeMetadata.READ);
            TimeUnit.MILLISECONDS.sleep(20); // this is what is measured
        }
        var progress = job.status().progress();
        assertEquals("reading", progress.phase());
        assertTrue(progress.listed());
        assertTrue(progress.rate() > 5 && progress.rate() <= 60, "at most 50 a second: " + progress.rate());
        assertNotNull(progress.left());
        assertTrue(progress.left().toSeconds() < 60, progress.left()::toString);
        job.cancel();
        var ended = job.completion().get().status();
        assertTrue(ended.progress().percent() < 50, "what was cancelled is not done");
    }

    @Test
    void every_job_has_one_end_and_few_events() throws Exception {
        rig.source(files(500));
        long began = System.nanoTime();
        rig.sync();
        var job = rig.start(new SyncOptions(true, true, false));
        job.cancel();
        job.completion().get();
        job.cancel();
        rig.source.unavailable("unplugged");
        rig.sync();
        long quarters = Duration.ofNanos(System.nanoTime() - began).toMillis() / 250;
        assertEquals(3, rig.told(SyncEnded.class).size());
        assertEquals(
                3,
                rig.told(SyncEnded.class).stream()
                        .map(end -> end.status().job())
                        .distinct()
                        .count());
        assertTrue(rig.told(SyncProgressed.class).size() <= quarters + 3, "at most four a second, one at once");
    }

    @Test
    void a_job_that_takes_longer_than_it_may_fails_and_the_next_goes_on_from_there() throws Exception {
        rig.settings.set("sync.job-timeout", "1");
        var account = rig.source(files(3));
        var begun = held();
        var job = rig.start(SyncOptions.DEFAULT);
        begun.take().complete(FakeMetadata.READ);
        begun.take();
        var status = job.completion().get().status();
        assertEquals(SyncState.FAILED, status.state());
        assertTrue(status.reason().contains("1 s") && status.reason().contains("sync.job-timeout"), status::reason);
        assertEquals(SyncState.FAILED, rig.told(SyncEnded.class).get(0).status().state());
        assertEquals(2, rig.library.queued(account.id()));
        rig.metadata.reads = file -> CompletableFuture.completedFuture(FakeMetadata.READ);
        assertEquals(SyncState.COMPLETED, rig.sync().status().state());
        assertEquals(0, rig.library.queued(account.id()));
    }

    @Test
    void time_in_which_a_job_is_paused_does_not_count() throws Exception {
        rig.settings.set("sync.job-timeout", "1");
        rig.source(files(3));
        var begun = held();
        var job = rig.start(SyncOptions.DEFAULT);
        var first = begun.take();
        job.pause();
        TimeUnit.MILLISECONDS.sleep(1_300); // longer than it may work
        assertEquals(SyncState.PAUSED, job.status().state());
        first.complete(FakeMetadata.READ);
        job.resume();
        for (int i = 0; i < 2; i++) {
            begun.take().complete(FakeMetadata.READ);
        }
        var status = job.completion().get().status();
        assertEquals(SyncState.COMPLETED, status.state(), status::reason);
        assertTrue(status.elapsed().toMillis() < 1_000);
    }

    @Test
    void work_in_the_background_keeps_to_its_rate() throws Exception {
        rig.settings.set("sync.background-rate", "20");
        rig.source(files(10));
        long began = System.nanoTime();
        rig.sync(SyncOptions.DEFAULT.withPace(Pace.BACKGROUND));
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertTrue(millis >= 440, "ten files at 20 a second: " + millis + " ms");
    }

    @Test
    void what_plays_leaves_one_reader_out() throws Exception {
        rig.metadata.readers = 4;
        assertEquals(8, underWay(false));
        assertEquals(6, underWay(true));
    }

    private int underWay(boolean playing) throws Exception {
        rig.playing.set(playing);
        var root = playing ? "p" : "q";
        var paths = new String[30];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = root + "/" + i + ".mp3";
        }
        var account = rig.source(paths);
        rig.providers = () -> List.of(new Provider("fake", rig.source.traits(), new AsLocal(rig.source)));
        var begun = held();
        var job = rig.engine.start(Set.of(account.id()), SyncOptions.DEFAULT).get();
        Rig.await("readers are busy", () -> begun.size() >= (playing ? 6 : 8));
        int most = begun.size();
        job.cancel();
        job.completion().get();
        return most;
    }

    @Test
    void the_cursor_of_a_drive_is_kept_before_its_tags_are_read() throws Exception {
        var account = rig.source(FakeStorageProvider.LIKE_A_CLOUD_DRIVE, files(20));
        var begun = held();
        var job = rig.start(SyncOptions.DEFAULT);
        begun.take().complete(FakeMetadata.READ);
        for (var reading = begun.poll(200, TimeUnit.MILLISECONDS);
                rig.library.cursor == null;
                reading = begun.poll(200, TimeUnit.MILLISECONDS)) {
            if (reading != null) {
                reading.complete(FakeMetadata.READ);
            }
        }
        long waiting = rig.library.queued(account.id());
        assertTrue(waiting > 10, waiting + " are still to be read");
        job.cancel();
        job.completion().get();
        rig.metadata.reads = file -> CompletableFuture.completedFuture(FakeMetadata.READ);
        rig.sync();
        assertEquals(1, rig.source.listings());
        assertEquals(1, rig.source.deltas());
        assertEquals(0, rig.library.queued(account.id()));
    }

    @Test
    void a_start_token_that_expires_while_listing_leads_to_a_listing_without_doubles() throws Exception {
        rig.source(FakeStorageProvider.LIKE_A_CLOUD_DRIVE, files(20));
        rig.sync();
        rig.files("m/new.mp3");
        rig.source.expireCursors();
        var counts = rig.sync().status().counts();
        assertEquals(1, counts.added());
        assertEquals(20, counts.unchanged());
        assertEquals(2, rig.source.listings());
    }

    @Test
    void nothing_changed_costs_one_call() throws Exception {
        rig.source(FakeStorageProvider.LIKE_A_CLOUD_DRIVE, files(100));
        rig.sync();
        var counts = rig.sync().status().counts();
        assertEquals(0, counts.added() + counts.updated() + counts.missing());
        assertEquals(1, rig.source.listings());
        assertEquals(1, rig.source.deltas());
    }

    @Test
    void a_listing_that_is_quick_and_long_leaves_time_for_readers_and_orders() throws Exception {
        var endless = new GeneratedStorageProvider(1_000_000, "mp3", i -> new byte[1]);
        rig.providers = () -> List.of(new Provider("fake", rig.source.traits(), endless));
        rig.engine.add("fake", "x").get();
        var job = rig.start(SyncOptions.DEFAULT);
        Rig.await("files are read", () -> rig.metadata.calls.get() > 100);
        assertFalse(job.status().listed());
        long began = System.nanoTime();
        job.cancel();
        var counts = job.completion().get().status().counts();
        assertTrue(System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(500));
        assertTrue(counts.files() < 1_000_000, counts::toString);
    }

    @Test
    void a_held_source_shows_what_would_vanish_and_takes_either_decision() throws Exception {
        var account = rig.source(files(3));
        rig.sync();
        rig.source.remove("m/0/0.mp3");
        rig.library.holds = true;
        assertEquals(SyncState.HELD, rig.sync().status().state());
        var told = rig.told(SourceHeld.class).get(0).held();
        assertEquals(List.of("0/0.mp3"), told.paths());
        var held = rig.engine.held(10).get();
        assertEquals(account, held.get(0).source());
        assertEquals(List.of("0/0.mp3"), held.get(0).paths());
        assertEquals(0, rig.engine.settle(account.id(), false).get());
        assertEquals(List.of(), rig.engine.held(10).get());
        assertEquals(SyncState.HELD, rig.sync().status().state()); // the next look decides anew
        assertEquals(1, rig.engine.settle(account.id(), true).get());
        rig.library.holds = false;
        assertEquals(0, rig.sync().status().counts().missing());
        assertNotHeld(account);
    }

    private void assertNotHeld(SourceAccount account) {
        var failed = assertThrows(
                ExecutionException.class,
                () -> rig.engine.settle(account.id(), true).get());
        assertEquals(SyncException.NOT_HELD, ((SyncException) failed.getCause()).code());
    }

    @Test
    void another_place_at_the_same_location_is_held_however_little_is_missing() throws Exception {
        var account = rig.source(files(30));
        rig.source.identity("drive 1");
        rig.sync();
        rig.source.remove("m/0/0.mp3");
        rig.source.identity("drive 2");
        assertEquals(SyncState.HELD, rig.sync().status().state());
        assertEquals(SourceState.HELD, rig.library.state(account.id()));
        rig.source.identity("drive 1");
        assertEquals(1, rig.sync().status().counts().missing());
    }

    @Test
    void a_look_at_a_folder_does_not_lift_a_hold() throws Exception {
        var account = rig.source("m/a/1.mp3", "m/b/1.mp3");
        rig.sync();
        rig.source.remove("m/a/1.mp3");
        rig.library.holds = true;
        rig.sync();
        rig.library.holds = false;
        rig.engine.refresh(account.id(), "b").get().completion().get();
        assertEquals(SourceState.HELD, rig.library.state(account.id()));
    }

    @Test
    void a_listing_that_breaks_off_takes_nothing_away_and_the_next_one_completes() throws Exception {
        rig.source(files(30));
        rig.sync();
        rig.source.pageSize(10).failPage(new IOException("line cut"));
        assertEquals(SyncState.FAILED, rig.sync().status().state());
        var counts = rig.sync().status().counts();
        assertEquals(30, counts.unchanged());
        assertEquals(0, counts.missing());
    }

    @Test
    void what_came_back_as_it_was_is_done_without_being_read() throws Exception {
        rig.source(files(20));
        rig.library.comesBack = true;
        var counts = rig.sync().status().counts();
        assertEquals(0, rig.metadata.calls.get());
        assertEquals(20, counts.added());
        assertEquals(20, counts.done());
    }

    @Test
    void the_history_can_be_asked_for_one_source() throws Exception {
        var one = rig.source("m/1.mp3");
        var other = rig.source("n/1.mp3");
        rig.engine
                .start(Set.of(one.id()), SyncOptions.DEFAULT)
                .get()
                .completion()
                .get();
        rig.engine
                .start(Set.of(other.id()), SyncOptions.DEFAULT)
                .get()
                .completion()
                .get();
        rig.sync(SyncOptions.DEFAULT.withDepth(Depth.NAMES));
        assertEquals(3, rig.engine.history(10).get().size());
        var jobs = rig.engine.history(one.id(), 10).get();
        assertEquals(
                List.of("j3", "j1"),
                jobs.stream().map(job -> job.job().toString()).toList());
        assertEquals(1, rig.engine.history(one.id(), 1).get().size());
        assertFalse(jobs.get(1).sources().contains(other.id()));
    }
}

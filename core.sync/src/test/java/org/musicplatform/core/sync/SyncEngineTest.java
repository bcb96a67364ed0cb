package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.event.SyncProgressed;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.sync.FileFailure;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.sync.job.Jobs;
import org.musicplatform.core.sync.job.Timing;
import org.musicplatform.core.sync.listing.ItemLimits;
import org.musicplatform.core.testkit.bridge.MemorySettingsStore;

@Timeout(20)
class SyncEngineTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final TagReading READ = FakeMetadata.READ;
    private final Clock clock =
            Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), NOW));

    private final FakeLibrary library = new FakeLibrary();
    private final ScriptedProvider provider = new ScriptedProvider();
    private final FakeMetadata metadata = new FakeMetadata();
    private final MemorySettingsStore settings = new MemorySettingsStore();
    private final List<CoreEvent> events = new CopyOnWriteArrayList<>();
    private final SyncEngine engine = engine();

    private SyncEngine engine() {
        return engine(clock);
    }

    private SyncEngine engine(Clock time) {
        var quick = Duration.ofMillis(1);
        var timing = new Timing(
                Duration.ofMillis(300),
                List.of(quick, quick),
                quick,
                quick,
                Duration.ofMinutes(1),
                Duration.ofHours(1));
        library.clock = time;
        return new SyncEngine(
                () -> List.of(new Provider("fake", Set.of(SourceCapability.DELTA), provider)),
                new Jobs.Tools(
                        library,
                        metadata,
                        () -> List.of("au"),
                        () -> false,
                        () -> settings,
                        time,
                        events::add,
                        timing));
    }

    @AfterEach
    void close() {
        provider.never.countDown();
        engine.close();
    }

    private static SourceItem item(String name, Instant modified) {
        return SourceItem.file(name, name, "", new ItemVersion(10, modified, null, null));
    }

    private static SourceItem item(String name) {
        return item(name, NOW.minusSeconds(1_000));
    }

    private SyncJob start(SyncOptions options) throws Exception {
        return engine.start(Set.of(), options).get();
    }

    private SyncReport sync() throws Exception {
        return start(SyncOptions.DEFAULT).completion().get();
    }

    private static CoreException failure(CompletableFuture<?> future) {
        return (CoreException)
                assertThrows(ExecutionException.class, future::get).getCause();
    }

    @Test
    void audio_files_are_read_and_counted_and_others_are_ignored() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"), item("b.FLAC"), item("c.jpg"), item("._a.mp3"));
        var report = sync();
        assertEquals(SyncState.COMPLETED, report.status().state());
        assertEquals(2, report.status().counts().files());
        assertEquals(2, report.status().counts().added());
        assertEquals(2, report.status().counts().done());
        var full = start(new SyncOptions(true, false, false)).completion().get();
        assertEquals(2, full.status().counts().unchanged());
        assertEquals(SourceState.READY, engine.list().get().get(0).state());
        assertEquals(2, events.stream().filter(SyncEnded.class::isInstance).count());
    }

    @Test
    void sheets_are_told_before_the_files_of_their_page_and_the_end_before_the_files_are_read() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.flac"), item("a.cue"), item("cover.jpg"), item("notes.pdf"));
        assertEquals(1, sync().status().counts().files());
        assertEquals(
                List.of("companion SHEET a.cue", "companion IMAGE cover.jpg", "listed"),
                library.log.stream()
                        .filter(line -> line.startsWith("companion") || line.equals("listed"))
                        .toList());
        assertTrue(library.log.indexOf("listed") < library.log.indexOf("deliver a.flac"), library.log::toString);
    }

    @Test
    void a_file_that_cannot_be_read_is_a_failure_with_its_code() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"));
        metadata.reads =
                file -> CompletableFuture.failedFuture(new MetadataException(MetadataException.CORRUPT, "cut"));
        var report = sync();
        assertEquals(SyncState.COMPLETED, report.status().state());
        assertEquals("corrupt-file", report.failures().get(0).code());
        assertEquals(1, metadata.calls.get());
    }

    @Test
    void what_can_be_played_is_no_failure_because_nothing_reads_its_tags() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.au"), item("b.wma"));
        metadata.reads = file ->
                CompletableFuture.failedFuture(new MetadataException(MetadataException.UNSUPPORTED_FORMAT, "unknown"));
        var report = sync();
        assertEquals(2, report.status().counts().added());
        assertEquals(
                List.of("b.wma"),
                report.failures().stream().map(FileFailure::path).toList());
        assertTrue(library.log().contains("deliver a.au"), library.log()::toString);
    }

    @Test
    void a_file_still_being_written_is_looked_at_again() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3", NOW.minusSeconds(3)));
        metadata.reads = file -> metadata.calls.get() < 3
                ? CompletableFuture.failedFuture(new MetadataException(MetadataException.CORRUPT, "cut"))
                : CompletableFuture.completedFuture(READ);
        assertEquals(0, sync().status().counts().failed());
        assertEquals(3, metadata.calls.get());
    }

    @Test
    void a_fresh_file_is_looked_at_again_only_when_it_seems_half_written() throws Exception {
        engine.add("fake", "/m").get();
        var partial = new TagReading(AudioProperties.UNKNOWN, Tags.NONE, List.of(), List.of("It ends early."), "fake");
        var half = List.of(
                CompletableFuture.<TagReading>failedFuture(new MetadataException(MetadataException.CORRUPT, "cut")),
                CompletableFuture.<TagReading>failedFuture(new MetadataException(MetadataException.UNREADABLE, "cut")),
                CompletableFuture.completedFuture(partial));
        for (int i = 0; i < half.size(); i++) {
            assertEquals(3, looksAtFresh("half" + i, 10, half.get(i)));
        }
        var unknown = CompletableFuture.<TagReading>failedFuture(
                new MetadataException(MetadataException.UNSUPPORTED_FORMAT, "Opus is not known"));
        assertEquals(1, looksAtFresh("a.opus", 10, unknown));
        assertEquals(3, looksAtFresh("empty", 0, unknown));
    }

    private int looksAtFresh(String name, long size, CompletableFuture<TagReading> outcome) throws Exception {
        var version = new ItemVersion(size, NOW.minusMillis(500), null, null);
        provider.lists("/m", SourceItem.file(name + ".mp3", name + ".mp3", "", version));
        metadata.reads = file -> outcome;
        metadata.calls.set(0);
        start(new SyncOptions(true, false, false)).completion().get();
        return metadata.calls.get();
    }

    @Test
    void a_source_that_is_not_there_fails_and_the_others_complete() throws Exception {
        var gone = engine.add("fake", "/gone").get();
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"));
        var report = sync();
        assertEquals(SyncState.FAILED, report.status().state());
        assertTrue(
                report.status().reason().contains("/gone is not there"),
                report.status().reason());
        assertEquals(1, report.status().counts().added());
        assertEquals(SourceState.UNAVAILABLE, library.state(gone.id()));
    }

    @Test
    void a_hanging_a_throwing_and_an_unlinked_provider_are_contained_and_named() throws Exception {
        engine.add("fake", "/m").get();
        var scripts = List.<ScriptedProvider.Script>of(
                n -> provider.hang(),
                n -> {
                    throw new IllegalStateException("boom");
                },
                n -> {
                    throw new NoClassDefFoundError("missing/Type");
                });
        for (var script : scripts) {
            provider.scripts.put("/m", script);
            var report = sync();
            assertEquals(SyncState.FAILED, report.status().state());
            assertTrue(
                    report.status().reason().contains("'fake'"), report.status().reason());
        }
        assertFalse(library.log().contains("finish"));
    }

    @Test
    void a_listing_that_breaks_midway_marks_nothing_missing_and_keeps_what_it_saw() throws Exception {
        engine.add("fake", "/m").get();
        provider.scripts.put("/m", n -> {
            if (n == 0) {
                return Listing.ListingPage.more(List.of(item("a.mp3")));
            }
            throw new java.io.IOException("line cut");
        });
        var report = sync();
        assertEquals(SyncState.FAILED, report.status().state());
        assertTrue(library.log().contains("deliver a.mp3"));
        assertFalse(library.log().contains("finish"));
    }

    @Test
    void cancelling_stops_a_hanging_listing() throws Exception {
        engine.add("fake", "/m").get();
        provider.scripts.put("/m", n -> provider.hang());
        var job = start(SyncOptions.DEFAULT);
        provider.hanging.await();
        long began = System.nanoTime();
        job.cancel();
        assertEquals(SyncState.CANCELLED, job.completion().get().status().state());
        assertTrue(System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(500));
    }

    @Test
    void cancelling_the_completion_cancels_readings_and_releases_their_files() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"));
        var pending = new CompletableFuture<TagReading>();
        var begun = new CountDownLatch(1);
        metadata.reads = file -> {
            begun.countDown();
            return pending;
        };
        var job = start(SyncOptions.DEFAULT);
        begun.await();
        job.completion().thenApply(SyncReport::status).cancel(true);
        assertEquals(SyncState.CANCELLED, job.completion().get().status().state());
        assertTrue(pending.isCancelled());
        assertTrue(library.log().contains("release a.mp3"));
        assertFalse(library.log().contains("finish"));
    }

    @Test
    void a_source_that_vanishes_while_reading_fails_the_job_and_gives_the_file_back() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"));
        metadata.reads =
                file -> CompletableFuture.failedFuture(new SourceException(SourceException.UNAVAILABLE, "unplugged"));
        assertEquals(SyncState.FAILED, sync().status().state());
        assertTrue(library.log().contains("release a.mp3"));
    }

    @Test
    void a_paused_job_begins_no_file_and_goes_on_when_resumed() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"), item("b.mp3"), item("c.mp3"), item("d.mp3"));
        var begun = new LinkedBlockingQueue<CompletableFuture<TagReading>>();
        metadata.reads = file -> {
            var reading = new CompletableFuture<TagReading>();
            begun.add(reading);
            return reading;
        };
        var job = start(SyncOptions.DEFAULT);
        var first = List.of(begun.take(), begun.take()); // twice what the readers do at once
        job.pause();
        assertEquals(SyncState.PAUSED, job.status().state());
        first.get(0).complete(READ);
        awaitDone(job, 1);
        first.get(1).complete(READ); // until this is counted, the scan had the occasion to begin another
        awaitDone(job, 2);
        assertEquals(2, metadata.calls.get());
        assertFalse(job.completion().isDone());
        assertEquals(SyncState.PAUSED, job.status().state());
        job.resume();
        begun.take().complete(READ);
        begun.take().complete(READ);
        var counts = job.completion().get().status().counts();
        assertEquals(4, counts.done());
        assertEquals(4, metadata.calls.get());
    }

    private static void awaitDone(SyncJob job, long done) {
        while (job.status().counts().done() < done) {
            Thread.onSpinWait();
        }
    }

    @Test
    void closing_interrupts_what_runs_and_the_history_says_so() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"));
        var begun = new CountDownLatch(1);
        var never = new CompletableFuture<TagReading>();
        metadata.reads = file -> {
            begun.countDown();
            return never;
        };
        var job = start(SyncOptions.DEFAULT);
        var end = job.completion();
        begun.await();
        engine.close();
        assertEquals(SyncState.FAILED, end.get().status().state());
        assertTrue(
                end.get().status().reason().contains("interrupted"), end.get().status()::reason);
        assertTrue(never.isCancelled());
        assertTrue(library.log().contains("release a.mp3"));
        assertFalse(library.log().contains("finish"));
        try (var next = engine()) {
            var left = next.job(job.id()).get().status();
            assertEquals(SyncState.FAILED, left.state());
            assertEquals(1, left.counts().files());
        }
    }

    @Test
    void closing_does_not_wait_for_a_provider_that_hangs() throws Exception {
        engine.add("fake", "/m").get();
        provider.scripts.put("/m", n -> provider.hang());
        var end = start(SyncOptions.DEFAULT).completion();
        provider.hanging.await();
        long began = System.nanoTime();
        engine.close();
        assertEquals(SyncState.FAILED, end.get().status().state());
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void a_job_that_a_person_cancelled_stays_cancelled_when_the_service_ends() throws Exception {
        engine.add("fake", "/m").get();
        provider.scripts.put("/m", n -> provider.hang());
        var job = start(SyncOptions.DEFAULT);
        provider.hanging.await();
        job.cancel();
        engine.close();
        assertEquals(SyncState.CANCELLED, job.completion().get().status().state());
    }

    @Test
    void a_file_larger_than_allowed_fails_unread() throws Exception {
        engine.add("fake", "/m").get();
        settings.set("sync.max-file-size", "9");
        provider.lists("/m", item("a.mp3"));
        assertEquals("too-large", sync().failures().get(0).code());
        assertEquals(0, metadata.calls.get());
    }

    @Test
    void names_longer_than_any_file_system_has_are_refused_and_the_others_taken() throws Exception {
        engine.add("fake", "/m").get();
        var longest = "x".repeat(ItemLimits.NAME - 4) + ".mp3";
        var folder = "f".repeat(ItemLimits.FOLDER + 1);
        provider.lists(
                "/m",
                item(longest),
                item("x" + longest),
                SourceItem.file("a", "a.mp3", folder, item("a").version()),
                SourceItem.file(
                        "i".repeat(ItemLimits.ID + 1), "b.mp3", "", item("b").version()));
        var report = sync();
        assertEquals(SyncState.COMPLETED, report.status().state());
        assertEquals(1, report.status().counts().added());
        assertEquals(3, report.status().counts().failed());
        for (var failure : report.failures()) {
            assertEquals("name-too-long", failure.code());
            assertTrue(failure.path().length() < 300);
        }
    }

    @Test
    void a_listing_given_at_once_is_taken_in_portions() throws Exception {
        engine.add("fake", "/m").get();
        var many = IntStream.range(0, 2_500).mapToObj(i -> item(i + ".mp3")).toArray(SourceItem[]::new);
        provider.lists("/m", many);
        assertEquals(2_500, sync().status().counts().added());
        assertEquals(1_000, library.largestPortion);
    }

    @Test
    void files_found_again_under_another_name_count_as_updated() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"), item("b.mp3"));
        sync();
        provider.lists("/m", item("a.mp3"), item("moved.mp3"), item("new.mp3"));
        library.moved = 1;
        var counts = start(new SyncOptions(true, false, false))
                .completion()
                .get()
                .status()
                .counts();
        assertEquals(1, counts.added());
        assertEquals(1, counts.updated());
        assertEquals(1, counts.unchanged());
        assertEquals(0, counts.missing());
    }

    @Test
    void a_held_source_says_how_to_decide() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"));
        sync();
        provider.lists("/m");
        library.holds = true;
        library.cursor = null;
        var report = sync();
        assertEquals(SyncState.HELD, report.status().state());
        assertTrue(report.status().reason().contains("music held accept s1"));
        library.cursor = null;
        var accepted = start(new SyncOptions(false, false, true)).completion().get();
        assertEquals(1, accepted.status().counts().missing());
    }

    @Test
    void changes_are_asked_with_a_cursor_and_an_expired_one_leads_to_a_full_listing() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"));
        library.cursor = "c0";
        provider.changes = n -> Listing.ListingPage.last(List.of(), new Listing.End("c1", List.of()));
        sync();
        assertTrue(library.log().contains("begin s1 CHANGES"));
        provider.changes = n -> {
            throw new SourceException(SourceException.CURSOR_EXPIRED, "old");
        };
        assertEquals(1, sync().status().counts().added());
        assertTrue(library.log().contains("begin s1 FULL"));
    }

    @Test
    void what_a_listing_skipped_is_a_failure() throws Exception {
        engine.add("fake", "/m").get();
        var end = new Listing.End(null, List.of(new Listing.Skipped("x/", "x", "not permitted")));
        provider.scripts.put("/m", n -> Listing.ListingPage.last(List.of(), end));
        assertEquals("not-listed", sync().failures().get(0).code());
    }

    @Test
    void two_jobs_on_one_source_are_refused() throws Exception {
        engine.add("fake", "/m").get();
        provider.scripts.put("/m", n -> provider.hang());
        var job = start(SyncOptions.DEFAULT);
        assertEquals(
                SyncException.IN_PROGRESS,
                failure(engine.start(Set.of(), SyncOptions.DEFAULT)).code());
        job.cancel();
    }

    @Test
    void nested_sources_become_one() throws Exception {
        SourceAccount inner = engine.add("fake", "/m/Bj%C3%B6rk").get();
        SourceAccount outer = engine.add("fake", "/m").get();
        assertEquals(
                "absorb " + inner.id() + " " + outer.id() + " Bj%C3%B6rk/ Björk",
                library.log().get(0));
        assertEquals(outer, engine.add("fake", "/m/other").get());
        assertEquals(
                SourceException.UNAVAILABLE, failure(engine.add("cloud", "x")).code());
        engine.forget(outer.id()).get();
        assertEquals(
                SourceException.NOT_FOUND, failure(engine.forget(outer.id())).code());
    }

    @Test
    void progress_is_told_at_most_four_times_a_second() throws Exception {
        engine.add("fake", "/m").get();
        provider.lists("/m", item("a.mp3"), item("b.mp3"), item("c.mp3"));
        try (var still = engine(Clock.fixed(NOW, ZoneOffset.UTC))) {
            still.start(Set.of(), SyncOptions.DEFAULT).get().completion().get();
        }
        assertEquals(1, events.stream().filter(SyncProgressed.class::isInstance).count());
    }

    @Test
    void a_callback_may_wait_for_another_answer_and_one_that_blocks_holds_up_no_other() throws Exception {
        var blocked = new CompletableFuture<Void>();
        var end = new CountDownLatch(1);
        engine.list().thenAcceptAsync(sources -> {
            blocked.complete(null);
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        blocked.get();
        var report = engine.add("fake", "/m").thenApplyAsync(added -> {
            provider.lists("/m", item("a.mp3"));
            return engine.start(Set.of(), SyncOptions.DEFAULT)
                    .join()
                    .completion()
                    .join();
        });
        assertEquals(1, report.get().status().counts().added());
        end.countDown();
    }

    @Test
    void history_is_kept_across_runs_and_a_job_left_running_shows_as_failed() throws Exception {
        engine.add("fake", "/m").get();
        provider.scripts.put("/m", n -> provider.hang());
        start(SyncOptions.DEFAULT);
        provider.hanging.await();
        library.openAgain(); // as after a crash
        provider.scripts.clear();
        try (var next = engine()) {
            var left = next.history(10).get().get(0);
            assertEquals(SyncState.FAILED, left.state());
            assertTrue(left.reason().contains("interrupted"), left.reason());
            assertTrue(next.job(left.job()).get().completion().isDone());
            assertEquals(
                    new SyncJobId(2),
                    next.start(Set.of(), SyncOptions.DEFAULT).get().id());
            assertEquals(
                    SyncException.JOB_NOT_FOUND,
                    failure(next.job(new SyncJobId(9))).code());
        }
    }
}

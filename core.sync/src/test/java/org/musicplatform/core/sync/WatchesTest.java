package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.event.WatchChanged;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.WatchStatus;
import org.musicplatform.core.api.sync.WatchStatus.State;
import org.musicplatform.core.sync.job.Timing;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

@Timeout(30)
class WatchesTest {

    private static final Timing SWEEPING = new Timing(
            Rig.QUICK.call(),
            Rig.QUICK.whileWritten(),
            Rig.QUICK.backOff(),
            Rig.QUICK.gather(),
            Duration.ofMillis(100),
            Duration.ofMillis(400));

    private Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private boolean has(String line) {
        return rig.library.log().contains(line);
    }

    private void watch() throws Exception {
        rig.engine.watch(Set.of()).get();
    }

    private WatchStatus status() {
        var all = rig.engine.watches().join();
        return all.isEmpty() ? null : all.get(0);
    }

    private void awaitState(State state) throws InterruptedException {
        Rig.await("the watch is " + state, () -> status() != null && status().state() == state);
    }

    /** Watches, and waits until the first look is over and all is still. */
    private SourceAccount settled(String... files) throws Exception {
        var account = rig.source(files);
        watch();
        Rig.await("a first look", () -> rig.told(SyncEnded.class).size() == 1);
        awaitState(State.SEEING);
        return account;
    }

    @Test
    void what_changes_is_in_the_library_within_two_seconds_and_only_its_folder_is_listed() throws Exception {
        settled("m/a/1.mp3", "m/b/1.mp3");
        long began = System.nanoTime();
        rig.files("m/a/2.mp3");
        Rig.await("the new file is read", () -> has("deliver a/2.mp3"));
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(2).toNanos());
        assertEquals(1, rig.source.listings());
        assertEquals(1, rig.source.folderListings());
        rig.source.remove("m/a/1.mp3");
        Rig.await("it is gone", () -> rig.told(SyncEnded.class).size() == 3);
        assertEquals(1, rig.told(SyncEnded.class).get(2).status().counts().missing());
    }

    @Test
    void many_changes_at_once_are_one_look() throws Exception {
        settled("m/a/1.mp3");
        rig.files(IntStream.range(0, 300).mapToObj(i -> "m/b/" + i + ".mp3").toArray(String[]::new));
        Rig.await(
                "all are read",
                () -> rig.library.log().stream()
                                .filter(line -> line.startsWith("deliver b/"))
                                .count()
                        == 300);
        assertTrue(rig.source.folderListings() + rig.source.listings() < 20, "listings of one folder");
    }

    @Test
    void a_folder_that_moved_takes_what_is_known_of_its_files_along() throws Exception {
        settled("m/a/1.mp3", "m/a/2.mp3");
        int read = rig.metadata.calls.get();
        rig.source.move("m/a", "m/z");
        Rig.await("it moved", () -> rig.told(SyncEnded.class).size() >= 2);
        assertTrue(has("moved a/ z/ z"), rig.library.log()::toString);
        assertEquals(read, rig.metadata.calls.get());
        assertEquals(
                Set.of("z/1.mp3", "z/2.mp3"),
                rig.library.files.values().iterator().next().keySet());
    }

    @Test
    void when_too_much_happened_everything_is_looked_at() throws Exception {
        settled("m/a/1.mp3");
        rig.source.mute(true);
        rig.files("m/a/2.mp3");
        rig.source.mute(false).overflow();
        Rig.await("it is found", () -> has("deliver a/2.mp3"));
        assertEquals(2, rig.source.listings());
    }

    @Test
    void a_watch_that_is_blind_says_so_once_with_what_can_be_done() throws Exception {
        settled("m/a/1.mp3");
        rig.events.clear();
        var blind = new Watch.Blindness("Too many folders.", "Raise the limit.");
        rig.source.blind(blind);
        awaitState(State.LATE);
        rig.files("m/a/2.mp3");
        Rig.await("it is found", () -> has("deliver a/2.mp3"));
        var told = rig.told(WatchChanged.class);
        assertEquals(1, told.size());
        assertEquals("Raise the limit.", told.get(0).status().remedy());
        rig.source.blind(null);
        awaitState(State.SEEING);
        assertEquals(2, rig.told(WatchChanged.class).size());
    }

    @Test
    void a_watch_that_fails_is_begun_again_and_what_happened_meanwhile_is_found() throws Exception {
        rig.close();
        rig = new Rig(SWEEPING);
        settled("m/a/1.mp3");
        rig.source.mute(true).failWatches(new IOException("line cut"));
        rig.files("m/a/2.mp3");
        Rig.await("it is found", () -> has("deliver a/2.mp3"));
        var states = rig.told(WatchChanged.class).stream()
                .map(event -> event.status().state())
                .toList();
        assertEquals(List.of(State.SEEING, State.LOST, State.SEEING), states);
    }

    @Test
    void a_source_that_tells_nothing_is_looked_at_now_and_then_the_rarer_the_less_happens() throws Exception {
        rig.close();
        rig = new Rig(SWEEPING);
        rig.source.traits(FakeStorageProvider.LIKE_A_FOLDER.withWatch(SourceTraits.Watching.NONE));
        rig.source("m/a/1.mp3");
        watch();
        awaitState(State.LATE);
        Rig.await("a first look", () -> rig.told(SyncEnded.class).size() == 1);
        rig.files("m/a/2.mp3");
        Rig.await("it is found", () -> has("deliver a/2.mp3"));
        int found = rig.told(SyncEnded.class).size();
        Rig.await("looks that find nothing", () -> rig.told(SyncEnded.class).size() >= found + 4);
        var ends = rig.told(SyncEnded.class);
        var last = ends.get(ends.size() - 1).header().time();
        var before = ends.get(ends.size() - 2).header().time();
        assertTrue(Duration.between(before, last).toMillis() >= 300, "twice as long each time, up to 400 ms");
        assertEquals(2, rig.engine.history(10).get().size(), "looks that found nothing are not kept");
    }

    @Test
    void a_watch_that_misses_some_changes_is_helped_by_looking_now_and_then() throws Exception {
        rig.close();
        rig = new Rig(SWEEPING);
        rig.source.traits(FakeStorageProvider.LIKE_A_FOLDER.withWatch(SourceTraits.Watching.UNRELIABLE));
        rig.source("m/a/1.mp3");
        watch();
        awaitState(State.LATE);
        Rig.await("a first look", () -> has("deliver a/1.mp3"));
        rig.source.mute(true);
        rig.files("m/a/2.mp3");
        Rig.await("it is found", () -> has("deliver a/2.mp3"));
    }

    @Test
    void a_look_gives_way_to_a_job_of_a_person_and_is_made_up_for() throws Exception {
        settled("m/a/1.mp3");
        var gate = new CompletableFuture<TagReading>();
        rig.metadata.reads = file ->
                file.name().equals("2.mp3") ? gate.copy() : CompletableFuture.completedFuture(FakeMetadata.READ);
        rig.files("m/a/2.mp3");
        Rig.await("the look reads", () -> rig.metadata.calls.get() == 2);
        var job = rig.start(SyncOptions.DEFAULT); // not refused
        assertEquals(
                SyncState.CANCELLED, rig.told(SyncEnded.class).get(1).status().state());
        gate.complete(FakeMetadata.READ);
        assertEquals(SyncState.COMPLETED, job.completion().get().status().state());
        assertTrue(has("deliver a/2.mp3"));
    }

    @Test
    void a_look_that_gave_way_to_something_smaller_is_made_up_for() throws Exception {
        var account = settled("m/a/1.mp3", "m/b/1.mp3");
        var gate = new CompletableFuture<TagReading>();
        rig.metadata.reads = file ->
                file.name().equals("2.mp3") ? gate.copy() : CompletableFuture.completedFuture(FakeMetadata.READ);
        rig.files("m/a/2.mp3");
        Rig.await("the look reads", () -> rig.metadata.calls.get() == 3);
        var folder = rig.engine.refresh(account.id(), "b").get();
        assertEquals(SyncState.COMPLETED, folder.completion().get().status().state());
        gate.complete(FakeMetadata.READ);
        Rig.await("it is read", () -> has("deliver a/2.mp3"));
    }

    @Test
    void a_folder_that_is_gone_is_gone_with_all_below_it() throws Exception {
        settled("m/a/1.mp3", "m/a/x/2.mp3", "m/b/1.mp3");
        rig.source.remove("m/a");
        Rig.await("it is seen", () -> rig.told(SyncEnded.class).size() == 2);
        assertEquals(2, rig.told(SyncEnded.class).get(1).status().counts().missing());
        assertEquals(1, rig.source.listings());
    }

    @Test
    void what_is_told_while_a_job_runs_is_looked_at_when_it_is_done() throws Exception {
        settled("m/a/1.mp3");
        var gate = new CompletableFuture<TagReading>();
        rig.metadata.reads = file ->
                file.name().equals("1.mp3") ? gate.copy() : CompletableFuture.completedFuture(FakeMetadata.READ);
        var job = rig.start(new SyncOptions(true, true, false));
        Rig.await("it is listed", () -> job.status().listed());
        rig.files("m/b/2.mp3");
        gate.complete(FakeMetadata.READ);
        job.completion().get();
        Rig.await("the new file is read", () -> has("deliver b/2.mp3"));
    }

    @Test
    void sources_that_come_are_watched_and_those_that_go_no_more() throws Exception {
        var first = settled("m/a/1.mp3");
        rig.source("n/1.mp3");
        Rig.await("the new one is looked at", () -> has("deliver 1.mp3"));
        assertEquals(2, rig.engine.watches().get().size());
        rig.engine.forget(first.id()).get();
        assertEquals(1, rig.engine.watches().get().size());
        rig.engine.unwatch(Set.of()).get();
        assertEquals(List.of(), rig.engine.watches().get());
        Rig.await("no session is left", () -> rig.source.openSessions() == 0);
        int looks = rig.told(SyncEnded.class).size();
        rig.files("n/2.mp3");
        assertEquals(looks, rig.told(SyncEnded.class).size());
        assertFalse(has("deliver 2.mp3"));
    }

    @Test
    void a_kind_of_source_that_is_replaced_is_watched_anew() throws Exception {
        settled("m/a/1.mp3");
        assertEquals(1, rig.source.watches());
        var next = new FakeStorageProvider().file("m/a/1.mp3", new byte[] {1, 2, 3});
        rig.providers = () -> List.of(new Provider("fake", next.traits(), next));
        rig.engine.providersChanged();
        Rig.await("the old one is let go", () -> rig.source.openSessions() == 0);
        Rig.await("the new one is watched", () -> next.watches() == 1);
        next.file("m/a/2.mp3", new byte[] {4});
        Rig.await("its changes are seen", () -> has("deliver a/2.mp3"));
    }

    @Test
    void nothing_is_watched_while_the_settings_forbid_it() throws Exception {
        rig.settings.set("sync.watch", "false");
        rig.source("m/a/1.mp3");
        watch();
        assertEquals(List.of(), rig.engine.watches().get());
    }

    @Test
    void closing_ends_all_watches() throws Exception {
        settled("m/a/1.mp3");
        rig.engine.close();
        Rig.await("no session is left", () -> rig.source.openSessions() == 0);
        Rig.await("no thread is left", () -> threads().isEmpty());
    }

    private static List<String> threads() {
        var names = new ArrayList<String>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("core-worker-watch")) {
                names.add(thread.getName());
            }
        }
        return names;
    }
}

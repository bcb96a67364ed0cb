package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncOptions.Depth;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

@Timeout(30)
class RefreshTest {

    private static final SourceTraits PLAIN =
            SourceTraits.NONE.withCapabilities(Set.of(SourceCapability.PATH_IDS, SourceCapability.RANGE_READS));

    private final Rig rig = new Rig();
    private final List<String> read = new CopyOnWriteArrayList<>();

    RefreshTest() {
        rig.metadata.reads = file -> {
            read.add(file.itemId());
            return CompletableFuture.completedFuture(FakeMetadata.READ);
        };
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String[] album(int number, int files) {
        var paths = new String[files];
        for (int i = 0; i < files; i++) {
            paths[i] = "m/album" + number + "/" + i + ".mp3";
        }
        return paths;
    }

    @Test
    void names_are_there_after_a_listing_before_any_file_is_read() throws Exception {
        var account = rig.source(album(1, 20));
        rig.source.pageSize(5);
        var report = rig.sync(SyncOptions.DEFAULT.withDepth(Depth.NAMES));
        assertEquals(SyncState.COMPLETED, report.status().state());
        assertEquals(20, report.status().counts().added());
        assertEquals(20, rig.library.queued(account.id()));
        assertEquals(List.of(), read);
        rig.sync();
        assertEquals(20, read.size());
    }

    @Test
    void a_folder_that_is_asked_for_comes_before_all_that_waits() throws Exception {
        rig.metadata.readers = 4;
        var all = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            all.addAll(List.of(album(i, 10)));
        }
        var account = rig.source(all.toArray(String[]::new));
        var gate = new CompletableFuture<TagReading>();
        var begun = new CountDownLatch(1);
        rig.metadata.reads = file -> {
            read.add(file.itemId());
            begun.countDown();
            return gate.copy();
        };
        var job = rig.start(SyncOptions.DEFAULT);
        begun.await();
        Rig.await("all is listed", () -> job.status().listed());
        var same = rig.engine.refresh(account.id(), "album29").get();
        assertEquals(job.id(), same.id());
        Rig.await("it is known there", () -> rig.library.log().contains("first album29"));
        int before = read.size();
        gate.complete(FakeMetadata.READ);
        job.completion().get();
        var after = read.subList(before, before + 10);
        assertTrue(after.stream().allMatch(path -> path.startsWith("album29/")), after::toString);
    }

    @Test
    void tags_of_a_folder_behind_a_network_are_there_within_a_second() throws Exception {
        folderWithinASecond(SyncOptions.DEFAULT);
    }

    @Test
    void also_while_a_job_without_hurry_works() throws Exception {
        folderWithinASecond(SyncOptions.DEFAULT.withPace(SyncOptions.Pace.BACKGROUND));
    }

    private void folderWithinASecond(SyncOptions underWay) throws Exception {
        rig.metadata.readers = 4;
        var all = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            all.addAll(List.of(album(i, 20)));
        }
        var account = rig.source(FakeStorageProvider.LIKE_A_CLOUD_DRIVE, all.toArray(String[]::new));
        var timer = Executors.newScheduledThreadPool(1);
        try {
            rig.metadata.reads = file -> { // two requests of 50 ms each
                var reading = new CompletableFuture<TagReading>();
                timer.schedule(
                        () -> {
                            read.add(file.name() + "@" + System.nanoTime());
                            reading.complete(FakeMetadata.READ);
                        },
                        100,
                        TimeUnit.MILLISECONDS);
                return reading;
            };
            var job = rig.start(underWay);
            Rig.await("it reads", () -> job.status().counts().done() > 1);
            long asked = System.nanoTime();
            rig.engine.refresh(account.id(), "album17").get();
            Rig.await(
                    "the folder is read",
                    () -> rig.library.log().stream()
                                    .filter(line -> line.startsWith("deliver album17/"))
                                    .count()
                            == 20);
            long millis = (System.nanoTime() - asked) / 1_000_000;
            assertTrue(millis < 1_000, millis + " ms");
            assertFalse(job.completion().isDone());
            job.cancel();
            job.completion().get();
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void an_idle_source_lists_and_reads_the_folder_alone() throws Exception {
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            all.addAll(List.of(album(i, 4)));
        }
        var account = rig.source(all.toArray(String[]::new));
        rig.sync(SyncOptions.DEFAULT.withDepth(Depth.NAMES));
        rig.files("m/album3/new.mp3", "m/album4/unseen.mp3");
        rig.source.remove("m/album3/0.mp3");
        var report =
                rig.engine.refresh(account.id(), "album3").get().completion().get();
        assertEquals(SyncState.COMPLETED, report.status().state());
        assertTrue(read.contains("album3/new.mp3"), read::toString);
        assertTrue(read.stream().allMatch(path -> path.startsWith("album3/")), read::toString);
        assertEquals(1, report.status().counts().missing());
        assertEquals(1, rig.source.listings());
        assertEquals(1, rig.source.folderListings());
        assertEquals(16, rig.library.queued(account.id()));
    }

    @Test
    void a_source_that_lists_no_folder_reads_what_waits_there_without_listing_all() throws Exception {
        var account = rig.source(PLAIN, "m/a/1.mp3", "m/b/2.mp3");
        rig.sync(SyncOptions.DEFAULT.withDepth(Depth.NAMES));
        rig.engine.refresh(account.id(), "b").get().completion().get();
        assertEquals(List.of("b/2.mp3"), read);
        assertFalse(
                rig.library.log().stream().filter(line -> line.equals("finish")).count() > 1);
        rig.files("m/b/3.mp3");
        rig.engine.refresh(account.id(), "b").get().completion().get(); // nothing waits: only a listing can tell
        assertEquals(List.of("b/2.mp3", "b/3.mp3"), read);
        assertEquals(1, rig.library.queued(account.id()));
    }

    @Test
    void a_folder_whose_id_is_another_than_its_path_is_found_by_listing_all() throws Exception {
        var account = rig.source("m/a b/1.mp3"); // this source does not encode its paths
        rig.sync(SyncOptions.DEFAULT.withDepth(Depth.NAMES));
        rig.files("m/a b/2.mp3");
        var report = rig.engine.refresh(account.id(), "a b").get().completion().get();
        assertEquals(SyncState.COMPLETED, report.status().state());
        assertEquals(2, read.size());
    }

    @Test
    void what_a_source_asked_for_while_a_job_runs_is_looked_at_once_more() throws Exception {
        var account = rig.source("m/a/1.mp3");
        var gate = new CompletableFuture<TagReading>();
        rig.metadata.reads =
                file -> file.name().equals("1.mp3") ? gate : CompletableFuture.completedFuture(FakeMetadata.READ);
        var job = rig.start(SyncOptions.DEFAULT);
        Rig.await("it is listed", () -> job.status().listed());
        rig.files("m/a/2.mp3"); // which the listing is past
        assertEquals(job.id(), rig.engine.refresh(account.id(), null).get().id());
        assertEquals(job.id(), rig.engine.refresh(account.id(), null).get().id());
        gate.complete(FakeMetadata.READ);
        job.completion().get();
        Rig.await("the new file is read", () -> rig.library.log().contains("deliver a/2.mp3"));
        Rig.await("nothing follows", () -> rig.source.openSessions() == 0);
        assertEquals(2, rig.source.listings());
    }

    @Test
    void an_unknown_source_is_said_to_be_unknown() {
        try {
            rig.engine.refresh(new SourceId(9), null).join();
        } catch (CompletionException failed) {
            assertEquals(SourceException.NOT_FOUND, ((SourceException) failed.getCause()).code());
            return;
        }
        throw new AssertionError("it was found");
    }

    @Test
    void latency_of_a_listing_is_one_call_for_each_page() throws Exception {
        rig.source(album(1, 50));
        rig.source.pageSize(10).latency(Duration.ofMillis(20));
        long began = System.nanoTime();
        rig.sync(SyncOptions.DEFAULT.withDepth(Depth.NAMES));
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertTrue(millis < 1_000, millis + " ms for an opening and five pages of 20 ms each");
    }
}

package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.event.SyncStarted;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;

@Timeout(30)
class SideBySideTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private SyncJob start(SourceAccount source) throws Exception {
        return rig.engine.start(Set.of(source.id()), SyncOptions.DEFAULT).get();
    }

    @Test
    void the_sources_of_a_job_are_looked_at_at_once() throws Exception {
        rig.source("a/1.mp3");
        rig.source("b/2.mp3");
        rig.source("c/3.mp3");
        var together = new CyclicBarrier(3);
        rig.metadata.reads = file -> CompletableFuture.supplyAsync(
                () -> {
                    try {
                        together.await(10, TimeUnit.SECONDS); // none goes on before all three are being read
                    } catch (Exception alone) {
                        throw new IllegalStateException(alone);
                    }
                    return FakeMetadata.READ;
                },
                task -> new Thread(task).start());
        var report = rig.sync();
        assertEquals(SyncState.COMPLETED, report.status().state(), report::toString);
        assertEquals(3, report.status().counts().done());
        assertEquals(0, report.status().counts().failed());
        assertEquals(3, rig.told(SyncStarted.class).size());
        assertEquals(1, rig.told(SyncEnded.class).size());
        assertEquals(3, report.status().sources().size());
    }

    @Test
    void jobs_on_other_sources_go_on_beside_one_that_hangs() throws Exception {
        var slow = rig.source("a/1.mp3");
        var quick = rig.source("b/2.mp3");
        rig.metadata.reads = file -> file.source().equals(slow)
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(FakeMetadata.READ);
        var hanging = start(slow);
        assertEquals(
                SyncState.COMPLETED, start(quick).completion().get().status().state());
        assertFalse(hanging.completion().isDone());
        hanging.cancel();
        assertEquals(SyncState.CANCELLED, hanging.completion().get().status().state());
    }

    @Test
    void a_job_beyond_four_sources_waits_for_its_turn_and_can_be_cancelled_there() throws Exception {
        var begun = new CountDownLatch(4);
        rig.metadata.reads = file -> {
            begun.countDown();
            return new CompletableFuture<>();
        };
        var jobs = new ArrayList<SyncJob>();
        for (String root : List.of("a", "b", "c", "d")) {
            jobs.add(start(rig.source(root + "/1.mp3")));
        }
        begun.await();
        var fifth = start(rig.source("e/1.mp3"));
        assertEquals(SyncState.PENDING, fifth.status().state());
        long began = System.nanoTime();
        fifth.cancel();
        assertEquals(SyncState.CANCELLED, fifth.completion().get().status().state());
        assertTrue(System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(500));
        var sixth = start(rig.source("f/1.mp3"));
        rig.metadata.reads = file -> CompletableFuture.completedFuture(FakeMetadata.READ);
        jobs.get(0).cancel();
        assertEquals(SyncState.COMPLETED, sixth.completion().get().status().state());
        jobs.forEach(SyncJob::cancel);
        for (SyncJob job : jobs) {
            job.completion().get();
        }
        assertEquals(6, rig.told(SyncEnded.class).size());
    }

    @Test
    void a_source_that_is_gone_does_not_keep_the_others_from_being_told_as_what_they_are() throws Exception {
        rig.source("a/1.mp3");
        rig.source("b/1.mp3");
        rig.metadata.reads = file -> CompletableFuture.completedFuture(FakeMetadata.READ);
        rig.providers = () -> List.of(new Provider("fake", rig.source.traits(), new OnlyOne(rig.source, "a")));
        var report = rig.sync();
        assertEquals(SyncState.FAILED, report.status().state());
        assertTrue(report.status().reason().startsWith("b: "), report.status()::reason);
        assertEquals(1, report.status().counts().done());
    }

    @Test
    void a_file_is_read_by_one_reader_alone_however_many_there_are() throws Exception {
        rig.metadata.readers = 4;
        var paths = new String[200];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = "a/" + i % 10 + "/" + i + ".mp3";
        }
        rig.source(paths);
        var read = ConcurrentHashMap.<String>newKeySet();
        rig.metadata.reads = file -> {
            if (!read.add(file.itemId())) {
                throw new AssertionError("twice: " + file.itemId());
            }
            return CompletableFuture.completedFuture(FakeMetadata.READ);
        };
        assertEquals(200, rig.sync().status().counts().done());
        assertEquals(200, read.size());
    }

    @Test
    void a_thousand_jobs_begun_and_cancelled_leave_no_thread_and_no_session() throws Exception {
        var others = ourThreads(); // of what other tests leave idle for a while
        var account = rig.source("a/1.mp3", "a/2.mp3");
        rig.metadata.reads = file -> new CompletableFuture<>();
        for (int i = 0; i < 1_000; i++) {
            var job = start(account);
            job.cancel();
            assertEquals(SyncState.CANCELLED, job.completion().get().status().state());
        }
        Rig.await("sessions are closed", () -> rig.source.openSessions() == 0);
        rig.close();
        Rig.await("threads are gone", () -> others.containsAll(ourThreads()));
        assertEquals(1_000, rig.told(SyncEnded.class).size());
    }

    private static Set<Thread> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("core-worker")
                        || thread.getName().startsWith("core-callback"))
                .collect(Collectors.toSet());
    }
}

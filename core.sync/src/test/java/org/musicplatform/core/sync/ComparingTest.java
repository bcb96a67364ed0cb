package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.library.ingest.LibraryWriter.Hasher;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;

/** At the end of a job the library compares files; what lies on this machine is read for it. */
@Timeout(30)
class ComparingTest {

    private final List<String> answers = new CopyOnWriteArrayList<>();

    private static FileRef file(SourceAccount source, String name) {
        return new FileRef(source, name, name, ItemVersion.UNKNOWN);
    }

    /** Has the library ask for two files. */
    private void asking(Rig rig, SourceAccount source) {
        rig.library.comparing = hasher -> {
            rig.library.log.add("compare " + hasher.mayRead(source));
            for (String name : List.of("a.mp3", "b.mp3")) {
                answers.add("" + hasher.hash(file(source, name), "sha256"));
            }
            return 0;
        };
    }

    @Test
    void files_of_this_machine_are_read_before_the_job_ends_and_one_that_fails_stops_nothing() throws Exception {
        try (var rig = new Rig()) {
            rig.providers = () -> List.of(new Provider("fake", rig.source.traits(), new AsLocal(rig.source)));
            var source = rig.source("m/a.mp3", "m/b.mp3");
            asking(rig, source);
            rig.metadata.hashes = file -> file.name().equals("a.mp3")
                    ? CompletableFuture.failedFuture(new IllegalStateException("cut"))
                    : CompletableFuture.completedFuture("sha256:1");
            assertEquals(SyncState.COMPLETED, rig.sync().status().state());
            assertEquals(List.of("null", "sha256:1"), answers);
            assertTrue(rig.library.log().contains("compare true"), rig.library.log()::toString);
        }
    }

    @Test
    void files_behind_a_network_are_not_fetched_for_it() throws Exception {
        try (var rig = new Rig()) {
            asking(rig, rig.source("m/a.mp3"));
            rig.sync();
            assertTrue(rig.library.log().contains("compare false"), rig.library.log()::toString);
        }
    }

    @Test
    void a_library_that_cannot_compare_fails_no_job() throws Exception {
        try (var rig = new Rig()) {
            rig.source("m/a.mp3");
            rig.library.comparing = hasher -> {
                throw new IllegalStateException("broken");
            };
            assertEquals(SyncState.COMPLETED, rig.sync().status().state());
        }
    }

    @Test
    void who_cancels_does_not_wait_for_it() throws Exception {
        try (var rig = new Rig()) {
            var source = rig.source("m/a.mp3");
            var begun = new CountDownLatch(1);
            var never = new CompletableFuture<String>();
            rig.metadata.hashes = file -> {
                begun.countDown();
                return never;
            };
            var after = new CompletableFuture<Boolean>();
            rig.library.comparing = (Hasher hasher) -> {
                assertNull(hasher.hash(file(source, "a.mp3"), "sha256"));
                after.complete(hasher.goesOn());
                return 0;
            };
            var job = rig.start(SyncOptions.DEFAULT);
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            long asked = System.nanoTime();
            job.cancel();
            job.completion().get();
            assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked) < 500);
            assertEquals(false, after.get());
            assertTrue(never.isCancelled());
        }
    }
}

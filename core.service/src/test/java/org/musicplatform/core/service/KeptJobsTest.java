package org.musicplatform.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.api.sync.WatchStatus;

@Timeout(20)
class KeptJobsTest {

    private static final SyncJobId ID = new SyncJobId(7);
    private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");

    private final Part<SyncService> part =
            new Part<>(SyncService.class, Capability.SYNC, () -> "Install it.", Clock.systemUTC(), present -> {});
    private final KeptJobs jobs = new KeptJobs(part);
    private final Service old = new Service();
    private final Job ran = old.job(SyncState.RUNNING, STARTED, 3);
    private SyncJob handle;

    @BeforeEach
    void start() throws Exception {
        part.bind(1, old);
        handle = jobs.start(Set.of(), SyncOptions.DEFAULT).get();
    }

    @Test
    void a_handle_passes_everything_on() throws Exception {
        assertEquals(ID, handle.id());
        assertEquals(SyncState.RUNNING, handle.status().state());
        handle.pause();
        handle.resume();
        handle.completion().thenApply(SyncReport::status).cancel(true);
        assertEquals(List.of("pause", "resume", "cancel"), ran.told);
        var end = handle.completion();
        ran.ends(SyncState.CANCELLED);
        assertEquals(SyncState.CANCELLED, end.get().status().state());
    }

    @Test
    void the_same_job_found_again_is_the_same_handle() throws Exception {
        assertSame(handle, jobs.job(ID).get());
    }

    @Test
    void after_a_swap_a_handle_answers_through_the_new_service() throws Exception {
        var end = handle.completion();
        part.unbind(1);
        assertTrue(handle.status().reason().contains("interrupted"));
        var next = new Service();
        var left = next.job(SyncState.FAILED, STARTED, 5);
        left.ends(SyncState.FAILED);
        part.bind(2, next);
        assertEquals(SyncState.FAILED, handle.status().state());
        assertEquals(5, handle.status().counts().files());
        assertEquals(5, end.get().status().counts().files());
        handle.cancel();
        assertEquals(List.of(), ran.told);
    }

    @Test
    void a_job_that_the_new_service_goes_on_with_is_followed_and_steered() throws Exception {
        var next = new Service();
        var goesOn = next.job(SyncState.RUNNING, STARTED, 4);
        part.bind(2, next);
        assertEquals(3, handle.status().counts().files()); // the one that runs it is still there
        part.unbind(1);
        assertEquals(4, handle.status().counts().files());
        handle.pause();
        assertEquals(List.of("pause"), goesOn.told);
        var end = handle.completion();
        assertFalse(end.isDone());
        goesOn.ends(SyncState.COMPLETED);
        assertEquals(SyncState.COMPLETED, end.get().status().state());
    }

    @Test
    void an_answer_that_comes_late_or_too_late_loses_nothing() throws Exception {
        var slow = new Service();
        slow.answer = new CompletableFuture<>();
        part.unbind(1);
        part.bind(2, slow);
        assertEquals(SyncState.FAILED, handle.status().state());
        Thread.currentThread().interrupt(); // cuts the patience with what is asked short
        part.unbind(2);
        assertTrue(Thread.interrupted());
        var next = new Service();
        next.job(SyncState.RUNNING, STARTED, 6);
        part.bind(3, next);
        while (handle.status().counts().files() != 6) { // known once the answer that came too late is done with
            Thread.onSpinWait();
        }
    }

    @Test
    void a_job_that_the_new_service_does_not_know_was_interrupted() throws Exception {
        part.unbind(1);
        part.bind(2, new Service());
        var report = handle.completion().get();
        assertEquals(SyncState.FAILED, report.status().state());
        assertEquals(3, report.status().counts().files());
    }

    @Test
    void an_id_that_was_given_to_another_job_does_not_deceive() throws Exception {
        var next = new Service();
        var other = next.job(SyncState.RUNNING, STARTED.plusSeconds(9), 1);
        part.unbind(1);
        part.bind(2, next);
        assertEquals(SyncState.FAILED, handle.completion().get().status().state());
        handle.cancel();
        assertEquals(List.of(), other.told);
    }

    @Test
    void what_the_leaving_service_says_last_is_the_end() throws Exception {
        part.unbind(1);
        ran.ends(SyncState.COMPLETED);
        assertEquals(SyncState.COMPLETED, handle.status().state());
        assertEquals(SyncState.COMPLETED, handle.completion().get().status().state());
    }

    @Test
    void a_callback_on_an_end_that_blocks_holds_up_no_other() throws Exception {
        var end = new CountDownLatch(1);
        var blocked = new CompletableFuture<Void>();
        var one = handle.completion();
        var other = handle.completion();
        one.thenRun(() -> {
            blocked.complete(null);
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        ran.ends(SyncState.COMPLETED);
        blocked.get();
        assertEquals(SyncState.COMPLETED, other.get().status().state());
        assertEquals(SyncState.COMPLETED, handle.completion().get().status().state());
        end.countDown();
    }

    @Test
    void without_a_service_a_new_job_names_what_is_missing() {
        part.unbind(1);
        var failed = assertThrows(ExecutionException.class, () -> jobs.start(Set.of(), SyncOptions.DEFAULT)
                .get());
        assertInstanceOf(CapabilityMissingException.class, failed.getCause());
    }

    /** An implementation with the jobs that a test gives it. */
    private static final class Service implements SyncService {
        private final Map<SyncJobId, SyncJob> known = new HashMap<>();
        private CompletableFuture<SyncJob> answer;

        Job job(SyncState state, Instant started, long files) {
            var job = new Job(state, started, files);
            known.put(ID, job);
            return job;
        }

        @Override
        public CompletableFuture<SyncJob> start(Set<SourceId> sources, SyncOptions options) {
            return job(ID);
        }

        @Override
        public CompletableFuture<SyncJob> job(SyncJobId id) {
            if (answer != null) {
                return answer;
            }
            var job = known.get(id);
            return job != null
                    ? CompletableFuture.completedFuture(job)
                    : CompletableFuture.failedFuture(
                            new SyncException(SyncException.JOB_NOT_FOUND, false, "There is no job " + id + "."));
        }

        @Override
        public CompletableFuture<SyncJob> refresh(SourceId source, String folder) {
            return job(ID);
        }

        @Override
        public CompletableFuture<List<SyncStatus>> history(int limit) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<List<SyncStatus>> history(SourceId source, int limit) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<List<HeldSource>> held(int limit) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<Long> settle(SourceId source, boolean gone) {
            return CompletableFuture.completedFuture(1L);
        }

        @Override
        public CompletableFuture<Void> watch(Set<SourceId> sources) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> unwatch(Set<SourceId> sources) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<List<WatchStatus>> watches() {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    private static final class Job implements SyncJob {
        private final List<String> told = new ArrayList<>();
        private final CompletableFuture<SyncReport> end = new CompletableFuture<>();
        private final Instant started;
        private final long files;
        private SyncState state;

        Job(SyncState state, Instant started, long files) {
            this.state = state;
            this.started = started;
            this.files = files;
        }

        void ends(SyncState how) {
            state = how;
            end.complete(new SyncReport(status(), List.of()));
        }

        @Override
        public SyncJobId id() {
            return ID;
        }

        @Override
        public SyncStatus status() {
            var counts = new SyncCounts(files, 0, 0, 0, 0, 0, 0);
            return new SyncStatus(ID, state, "", counts, false, started, Duration.ZERO, "");
        }

        @Override
        public CompletableFuture<SyncReport> completion() {
            return end.copy();
        }

        @Override
        public void cancel() {
            told.add("cancel");
        }

        @Override
        public void pause() {
            told.add("pause");
        }

        @Override
        public void resume() {
            told.add("resume");
        }
    }
}

package org.musicplatform.core.service;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.support.CoreFuture;

/**
 * A handle that finds its job again by id when the service that ran it was replaced.
 *
 * <p>Until another service knows the job, it shows as interrupted, which is what the history of that service will say.
 */
final class KeptJob implements SyncJob {

    private final KeptJobs jobs;
    private final SyncJobId id;
    private final CompletableFuture<SyncReport> end = new CompletableFuture<>();
    private volatile KeptJobs.Bound bound;
    private volatile Executor callbacks;
    private volatile SyncStatus last;
    private boolean asking; // guarded by this
    private boolean changedMeanwhile; // guarded by this

    KeptJob(KeptJobs jobs, KeptJobs.Bound bound) {
        this.jobs = jobs;
        this.id = bound.job().id();
        bind(bound, bound.job().status());
    }

    private void bind(KeptJobs.Bound found, SyncStatus status) {
        last = status;
        bound = found;
        var completion = found.job().completion();
        callbacks = completion.defaultExecutor();
        completion.whenComplete((report, failure) -> {
            if (report != null) {
                end.complete(report);
            } else if (!(cause(failure) instanceof CancellationException)) {
                end.completeExceptionally(cause(failure));
            }
        });
    }

    boolean isBoundTo(KeptJobs.Bound other) {
        return bound.gate() == other.gate() && id.equals(other.job().id());
    }

    /** The end itself: nobody outside can cancel it. */
    CompletableFuture<SyncReport> end() {
        return end;
    }

    /** Looks for the job in the service of the moment when the one that ran it is gone. */
    void rebindIfCutOff() {
        if (end.isDone() || reach(job -> {})) {
            return;
        }
        synchronized (this) {
            changedMeanwhile = asking;
            if (asking) {
                return;
            }
            asking = true;
        }
        CompletableFuture<KeptJobs.Bound> asked;
        try {
            asked = jobs.find(id);
        } catch (RuntimeException thrown) {
            asked = CompletableFuture.failedFuture(thrown);
        }
        asked.whenComplete(this::answered);
    }

    private void answered(KeptJobs.Bound found, Throwable failure) {
        if (found != null) {
            found(found);
        } else if (cause(failure) instanceof SyncException told && told.code().equals(SyncException.JOB_NOT_FOUND)) {
            lost();
        }
        // any other failure: the next service is asked when it comes
        boolean again;
        synchronized (this) {
            asking = false;
            again = changedMeanwhile;
            changedMeanwhile = false;
        }
        if (again) {
            rebindIfCutOff();
        }
    }

    private void found(KeptJobs.Bound found) {
        var status = found.job().status();
        if (status.started().equals(last.started())) {
            bind(found, status);
        } else {
            lost(); // a service that counts anew gave the id to another job
        }
    }

    /** Nobody knows it: without a state store its history went with the service. */
    private void lost() {
        end.complete(new SyncReport(last.interrupted(), List.of()));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public SyncJobId id() {
        return id;
    }

    @Override
    public SyncStatus status() {
        if (end.isDone() && !end.isCompletedExceptionally()) {
            return end.join().status();
        }
        return reach(job -> last = job.status()) ? last : last.interrupted();
    }

    @Override
    public CompletableFuture<SyncReport> completion() {
        return CoreFuture.view(end, this::cancel, callbacks);
    }

    @Override
    public void cancel() {
        reach(SyncJob::cancel);
    }

    @Override
    public void pause() {
        reach(SyncJob::pause);
    }

    @Override
    public void resume() {
        reach(SyncJob::resume);
    }

    /** Calls the job if the service that runs it is there; one that was cut off is at its end, so nothing is missed. */
    private boolean reach(Consumer<SyncJob> call) {
        var now = bound;
        if (!now.gate().enter()) {
            return false;
        }
        try {
            call.accept(now.job());
            return true;
        } finally {
            now.gate().leave();
        }
    }
}

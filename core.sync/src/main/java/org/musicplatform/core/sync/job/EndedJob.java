package org.musicplatform.core.sync.job;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncStatus;

/** Handle of a job that is known from the history alone; its single failures are not kept. */
public record EndedJob(SyncStatus status) implements SyncJob {

    @Override
    public SyncJobId id() {
        return status.job();
    }

    @Override
    public CompletableFuture<SyncReport> completion() {
        return CompletableFuture.completedFuture(new SyncReport(status, List.of()));
    }

    @Override
    public void cancel() {
        // at an end nothing is left to stop
    }

    @Override
    public void pause() {
        // at an end nothing is left to stop
    }

    @Override
    public void resume() {
        // at an end nothing goes on
    }
}

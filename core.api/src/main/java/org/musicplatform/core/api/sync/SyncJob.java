package org.musicplatform.core.api.sync;

import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/** Handle of an indexing job. Thread-safe; every method but the future returns at once. */
@ProviderType
public interface SyncJob {

    /**
     * Returns the id, under which the job is found again.
     *
     * @return never null
     */
    SyncJobId id();

    /**
     * Tells where the job is.
     *
     * @return a snapshot, never null
     */
    SyncStatus status();

    /**
     * Returns the end of the job, whatever it is: also for a failed, held or cancelled job it completes normally.
     *
     * @return the report; cancelling this future cancels the job
     */
    CompletableFuture<SyncReport> completion();

    /** Stops the job within half a second. What was done stays. Does nothing at an end. */
    void cancel();

    /** Stops for a while: files being read are finished, no other is begun. Does nothing unless running. */
    void pause();

    /** Goes on after a pause. Does nothing unless paused. */
    void resume();
}

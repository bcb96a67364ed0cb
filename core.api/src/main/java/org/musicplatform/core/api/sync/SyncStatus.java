package org.musicplatform.core.api.sync;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a job is at one moment.
 *
 * @param job the job, not null
 * @param state where it is in its life, not null
 * @param phase what it does, e.g. {@code listing}, {@code reading}; empty at an end; not null
 * @param counts what it has counted, not null
 * @param listed true when all files are known, so that {@code files} is final and a time to go can be told
 * @param started when it began, not null
 * @param elapsed how long it worked, not null
 * @param reason why it failed or is held, one or two sentences, empty otherwise, not null
 */
public record SyncStatus(
        SyncJobId job,
        SyncState state,
        String phase,
        SyncCounts counts,
        boolean listed,
        Instant started,
        Duration elapsed,
        String reason)
        implements Serializable {

    public SyncStatus {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Tells how the job stands when the service that ran it went away.
     *
     * @return this at an end; otherwise the same counts, failed, with words for it
     */
    public SyncStatus interrupted() {
        return state.isEnd()
                ? this
                : new SyncStatus(
                        job,
                        SyncState.FAILED,
                        "",
                        counts,
                        listed,
                        started,
                        elapsed,
                        "It was interrupted. The next job goes on from there.");
    }
}

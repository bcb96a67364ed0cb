package org.musicplatform.core.api.sync;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceId;

/**
 * Where a job is at one moment.
 *
 * @param job the job, not null
 * @param sources the sources that it looks at, by id, not null
 * @param state where it is in its life, not null
 * @param progress how far it is, not null
 * @param counts what it has counted, not null
 * @param started when it began, not null
 * @param elapsed how long it worked, not null
 * @param reason why it failed or is held, one or two sentences, empty otherwise, not null
 */
public record SyncStatus(
        SyncJobId job,
        List<SourceId> sources,
        SyncState state,
        SyncProgress progress,
        SyncCounts counts,
        Instant started,
        Duration elapsed,
        String reason)
        implements Serializable {

    public SyncStatus {
        Objects.requireNonNull(job, "job");
        sources = List.copyOf(sources);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Creates a status that does not name its sources.
     *
     * @param job as above
     * @param state as above
     * @param phase see {@link SyncProgress#phase}
     * @param counts as above
     * @param listed see {@link SyncProgress#listed}
     * @param started as above
     * @param elapsed as above
     * @param reason as above
     */
    public SyncStatus(
            SyncJobId job,
            SyncState state,
            String phase,
            SyncCounts counts,
            boolean listed,
            Instant started,
            Duration elapsed,
            String reason) {
        this(job, List.of(), state, new SyncProgress(phase, 0, 0, null, listed), counts, started, elapsed, reason);
    }

    /**
     * Returns what the job does.
     *
     * @return {@link SyncProgress#phase}
     */
    public String phase() {
        return progress.phase();
    }

    /**
     * Tells whether all files are known.
     *
     * @return {@link SyncProgress#listed}
     */
    public boolean listed() {
        return progress.listed();
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
                        sources,
                        SyncState.FAILED,
                        new SyncProgress("", progress.percent(), progress.rate(), null, progress.listed()),
                        counts,
                        started,
                        elapsed,
                        "It was interrupted. The next job goes on from there.");
    }
}

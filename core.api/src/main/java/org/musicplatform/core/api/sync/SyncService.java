package org.musicplatform.core.api.sync;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.source.SourceId;
import org.osgi.annotation.versioning.ProviderType;

/** Brings the library in line with the sources. Thread-safe. */
@ProviderType
public interface SyncService {

    /**
     * Starts a job.
     *
     * @param sources which sources, all known ones when empty, not null
     * @param options how, not null
     * @return the job, already under way; fails with {@link SyncException} when another job works on one of the
     *     sources, with {@link org.musicplatform.core.api.source.SourceException} when one is not known
     */
    CompletableFuture<SyncJob> start(Set<SourceId> sources, SyncOptions options);

    /**
     * Finds a job of this or an earlier run again.
     *
     * @param id the job, not null
     * @return the job; fails with {@link SyncException} when it is not known
     */
    CompletableFuture<SyncJob> job(SyncJobId id);

    /**
     * Lists the latest jobs, running ones included. One that an earlier run left behind shows as failed.
     *
     * @param limit how many at most, 1 to 1,000
     * @return newest first
     */
    CompletableFuture<List<SyncStatus>> history(int limit);
}

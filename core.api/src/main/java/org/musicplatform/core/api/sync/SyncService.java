package org.musicplatform.core.api.sync;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.source.SourceId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings the library in line with the sources. Thread-safe; futures fail with {@link
 * org.musicplatform.core.api.CoreException}.
 */
@ProviderType
public interface SyncService {

    /**
     * Starts a job. Its sources are looked at side by side, a few at once.
     *
     * @param sources which sources, all known ones when empty, not null
     * @param options how, not null
     * @return the job, already under way; fails with {@link SyncException} when another job works on one of the
     *     sources, with {@link org.musicplatform.core.api.source.SourceException} when one is not known
     */
    CompletableFuture<SyncJob> start(Set<SourceId> sources, SyncOptions options);

    /**
     * Asks for a source, or a folder of it, to be looked at now. When a job works on the source already, the files of the
     * folder come first there, and the source is looked at once more when the job is done; otherwise a job starts: for a
     * folder it lists that folder alone where the source can, and reads the tags of its files ahead of all others. Its
     * results are told by {@link org.musicplatform.core.api.event.LibraryChanged} as they come.
     *
     * @param source the source, not null
     * @param folder path of the folder, as tracks show it, without those below it; null for the whole source
     * @return the job that does it; fails with {@link org.musicplatform.core.api.source.SourceException} when the source
     *     is not known
     */
    CompletableFuture<SyncJob> refresh(SourceId source, String folder);

    /**
     * Finds a job of this or an earlier run again.
     *
     * @param id the job, not null
     * @return the job; fails with {@link SyncException} when it is not known
     */
    CompletableFuture<SyncJob> job(SyncJobId id);

    /**
     * Lists the latest jobs, running ones included. One that an earlier run left behind shows as failed. Looks at what a
     * watch told of are left out when they changed nothing.
     *
     * @param limit how many at most, 1 to 1,000
     * @return newest first
     */
    CompletableFuture<List<SyncStatus>> history(int limit);

    /**
     * Lists the latest jobs that looked at a source.
     *
     * @param source which, not null
     * @param limit how many at most, 1 to 1,000
     * @return as {@link #history(int)}
     */
    CompletableFuture<List<SyncStatus>> history(SourceId source, int limit);

    /**
     * Lists the sources that wait for a decision, because so much of them is missing that it may not really be gone.
     *
     * @param limit how many paths to name for each, 1 to 1,000
     * @return by id
     */
    CompletableFuture<List<HeldSource>> held(int limit);

    /**
     * Decides on a source that is held. Concerns what {@link #held} lists, whatever happened since.
     *
     * @param source which, not null
     * @param gone true: the files are really gone, mark them missing; false: they are not, keep them, and the next look
     *     decides anew
     * @return how many files were marked missing; fails with {@link SyncException}, with code {@code not-held} when the
     *     source waits for no decision and {@code sync-in-progress} when a job works on it
     */
    CompletableFuture<Long> settle(SourceId source, boolean gone);

    /**
     * Begins to watch sources, so that the library follows them: those that tell of changes are looked at when they do,
     * the others now and then, the more often the more changes. Goes on until {@link #unwatch}, or the core ends. Does
     * nothing while the setting {@code sync.watch} is {@code false}.
     *
     * @param sources which sources, all known ones and all that become known when empty, not null
     * @return completes when the watches are under way; fails with
     *     {@link org.musicplatform.core.api.source.SourceException} when one is not known
     */
    CompletableFuture<Void> watch(Set<SourceId> sources);

    /**
     * Ends to watch sources.
     *
     * @param sources which, all when empty, not null
     * @return completes when no watch of theirs begins another job
     */
    CompletableFuture<Void> unwatch(Set<SourceId> sources);

    /**
     * Lists the watches.
     *
     * @return by source
     */
    CompletableFuture<List<WatchStatus>> watches();
}

package org.musicplatform.core.api.library.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncStatus;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way into the library. Every change goes through its single writer thread; a method returns when its change is
 * committed. Thread-safe; blocks; throws {@link org.musicplatform.core.api.library.LibraryException}.
 */
@ProviderType
public interface LibraryWriter {

    /**
     * Makes a source known, or finds the one with the same provider and location.
     *
     * @param provider provider id, not null
     * @param location canonical location, not null
     * @param name what to show, not null
     * @return the source, not null
     */
    SourceAccount addSource(String provider, String location, String name);

    /**
     * Lists the sources.
     *
     * @return by id
     */
    List<SourceStatus> sources();

    /**
     * Moves all files of one source into another around it, and forgets the one. Tracks keep their ids.
     *
     * @param inner the source that goes, not null
     * @param outer the source that stays, not null
     * @param idPrefix what to put before item ids, not null
     * @param folderPrefix what to put before folders to show, without a slash at its end, not null
     */
    void absorbSource(SourceId inner, SourceId outer, String idPrefix, String folderPrefix);

    /**
     * Notes how a source is.
     *
     * @param source which, not null
     * @param state how, not null
     * @param reason why, not null, may be empty
     */
    void setSourceState(SourceId source, SourceState state, String reason);

    /**
     * Forgets a source with its files, and the tracks that have no other file.
     *
     * @param source which, not null
     * @return false when it was not known
     */
    boolean forgetSource(SourceId source);

    /**
     * Returns where the last complete listing of a source ended.
     *
     * @param source which, not null
     * @return the provider's cursor, or null
     */
    String cursor(SourceId source);

    /**
     * Notes how long a file is, counted while all of it was decoded. Only an estimated playing time gives way to it.
     * Returns when there is room in the bounded queue of the writer.
     *
     * @param file which, not null; one that is gone is ignored
     * @param duration the playing time of the whole file, not null
     */
    void correctDuration(FileId file, Duration duration);

    /**
     * Notes in the log that a track was heard. It counts as played when half of it sounded, or four minutes. Returns
     * when there is room in the bounded queue of the writer.
     *
     * @param track which, not null; one that is gone is ignored
     * @param started when it began to sound, not null
     * @param heard for how long it sounded, not null
     */
    void notePlay(TrackId track, Instant started, Duration heard);

    /**
     * Begins to take in what a source lists. One at a time for each source.
     *
     * @param source which, not null
     * @param kind whether everything or only changes will be listed, not null
     * @param reread queue unchanged files too
     * @return an open intake that the caller closes
     */
    Intake begin(SourceId source, IntakeKind kind, boolean reread);

    /**
     * Tells how many files of a source wait for their tags to be read.
     *
     * @param source which, not null
     * @return how many, due or not
     */
    long queued(SourceId source);

    /**
     * Tells what would be missing of a source that is held.
     *
     * @param source which, not null
     * @param limit how many paths at most, at least 1
     * @return what its last look did not find, null when the source is not held
     */
    Held held(SourceId source, int limit);

    /**
     * What a look at a source did not find.
     *
     * @param files how many files
     * @param paths some of them, to show to people, sorted, not null
     */
    record Held(long files, List<String> paths) {

        public Held {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Settles a source that is held. Only what {@link #held} tells is concerned, whatever happened since.
     *
     * @param source which, not null
     * @param gone true: these files are really gone, they are marked missing, and the place that was looked at is the
     *     known one from now on; false: they are not, they stay as they are, and the next look decides anew. In both cases
     *     the source is held no more
     * @return how many files were marked missing, -1 when the source is not held
     */
    long settle(SourceId source, boolean gone);

    /**
     * Finds files that hold the same bytes and are different tracks, among those that changed since this was done last,
     * and does with them what the {@link org.musicplatform.core.api.library.DuplicatePolicy} says. Only files that agree
     * in size, length and tags, and whose hashes no source tells, are read. Blocks; what is found is committed by and
     * by, and what is left is done by the next call.
     *
     * @param hasher reads files; called on the calling thread, not null
     * @param asked whether somebody asks for it; when not, nothing is done where the policy is to keep both
     * @return how many contents were found that files of different tracks hold
     * @throws InterruptedException when the hasher does
     */
    int compareContents(Hasher hasher, boolean asked) throws InterruptedException;

    /** Reads whole files. */
    @ConsumerType
    interface Hasher {

        /**
         * Tells whether to go on.
         *
         * @return false when what is left is to be left to another time
         */
        boolean goesOn();

        /**
         * Tells whether files of a source may be read as a whole: not where each byte is to be fetched from afar.
         *
         * @param source where, not null
         * @return true when they may
         */
        boolean mayRead(SourceAccount source);

        /**
         * Reads all of a file.
         *
         * @param file which, not null
         * @param kind the kind of hash, as {@link org.musicplatform.core.api.source.ItemVersion#hash} names it, not null
         * @return its hash of this kind, as {@code kind:value}; null when it cannot be read, or there is no such kind
         * @throws InterruptedException when the calling thread was interrupted
         */
        String hash(FileRef file, String kind) throws InterruptedException;
    }

    /**
     * Notes how a job stands: under its id, over what was noted before. At least the latest 1,000 are kept.
     *
     * @param status how it stands, not null
     */
    void noteJob(SyncStatus status);

    /**
     * Lists the latest jobs. One that ran when the library was closed or the process died shows as failed, see
     * {@link SyncStatus#interrupted}.
     *
     * @param limit how many at most, at least 1
     * @return newest first
     */
    List<SyncStatus> jobs(int limit);

    /** What an intake lists. */
    enum IntakeKind {
        /** Everything: what is not observed is missing. */
        FULL,
        /** Changes: only what is observed as removed is missing. */
        CHANGES,
        /**
         * Some folders: what is observed as removed is missing, and what is not observed in folders that were
         * {@linkplain Intake#folderListed told as listed}. The cursor stays, and so does the time of the last look.
         */
        FOLDERS
    }
}

package org.musicplatform.core.api.library;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.metadata.TagField;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Seeing why the library is as it is, correcting it, and taking that back. What a person decides stays, however often
 * files are moved, tagged anew and indexed. Thread-safe; futures are done when the change is committed and fail with
 * {@link LibraryException}.
 */
@ProviderType
public interface Curation {

    /** How many values a field may be given. */
    int MAX_VALUES = 100;

    /** How many characters a value may have. */
    int MAX_VALUE = 4_096;

    /** How many tracks or albums may be merged or split at once. */
    int MAX_AT_ONCE = 1_000;

    /**
     * Tells why a track has its files, its album and its fields.
     *
     * @param track which, not null
     * @return the reasons; fails with code {@code not-found}
     */
    CompletableFuture<Explanation> explain(TrackId track);

    /**
     * Tells why tracks were put together to an album.
     *
     * @param album which, not null
     * @return the reasons; fails with code {@code not-found}
     */
    CompletableFuture<Explanation> explain(AlbumId album);

    /**
     * Gives a field of a track other values than its file has. The file is left as it is.
     *
     * @param track which, not null
     * @param field which, not null
     * @param values what it is to be, in order; empty to have the field empty; not null
     * @return the track as it is now; fails with code {@code not-found}
     * @throws IllegalArgumentException when there are too many values, or one is blank or too long, or should be a
     *     number and is none
     */
    CompletableFuture<TrackDetails> edit(TrackId track, TagField field, List<String> values);

    /**
     * Gives a field back the values that it has without a person.
     *
     * @param track which, not null
     * @param field which, not null
     * @return the track as it is now; fails with code {@code not-found}
     */
    CompletableFuture<TrackDetails> revert(TrackId track, TagField field);

    /**
     * Makes several tracks one: the first has all files, plays and playlist entries then, and what was said of the
     * others where nothing was said of it; the others are gone.
     *
     * @param tracks two at least, at most {@value #MAX_AT_ONCE}, not null
     * @return the decision; fails with code {@code not-found}
     * @throws IllegalArgumentException when these are too few or too many, or one is named twice
     */
    CompletableFuture<Decision> mergeTracks(List<TrackId> tracks);

    /**
     * Makes a file of a track with several files a track of its own. What was said stays with the rest.
     *
     * @param file which, not null
     * @return the decision; fails with code {@code not-found}, or {@code nothing-to-do} when its track has no other file
     */
    CompletableFuture<Decision> splitFile(FileId file);

    /**
     * Makes several albums one: the first has all tracks then.
     *
     * @param albums two at least, at most {@value #MAX_AT_ONCE}, not null
     * @return the decision; fails with code {@code not-found}
     * @throws IllegalArgumentException when these are too few or too many, or one is named twice
     */
    CompletableFuture<Decision> mergeAlbums(List<AlbumId> albums);

    /**
     * Makes some tracks of an album an album of their own.
     *
     * @param tracks one at least, all of one album that has others, at most {@value #MAX_AT_ONCE}, not null
     * @return the decision; fails with code {@code not-found}, or {@code nothing-to-do} when they are not of one album,
     *     or are all of it
     * @throws IllegalArgumentException when these are none or too many, or one is named twice
     */
    CompletableFuture<Decision> splitAlbum(List<TrackId> tracks);

    /**
     * Lists contents that files of different tracks hold, byte for byte, and of which nobody has decided anything, the
     * first found first. They are found when sources are indexed, where the policy is another than
     * {@link DuplicatePolicy#KEEP_BOTH} or the job is asked to {@linkplain
     * org.musicplatform.core.api.sync.SyncOptions#compare compare}.
     *
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<Duplicate>> duplicates(PageRequest page);

    /**
     * Tells what becomes of duplicates that are found.
     *
     * @return {@link DuplicatePolicy#KEEP_BOTH} until something else is set
     */
    CompletableFuture<DuplicatePolicy> duplicatePolicy();

    /**
     * Sets what becomes of duplicates that are found from now on; {@link DuplicatePolicy#KEEP_NEWEST} also settles those
     * that are known and of which nobody has decided anything, each as a {@linkplain #decisions decision} of its own.
     *
     * @param policy what, not null
     * @return how many duplicates were settled
     */
    CompletableFuture<Integer> setDuplicatePolicy(DuplicatePolicy policy);

    /**
     * Settles one duplicate, whatever the policy is. No later look asks for it again, until another file holds the same
     * bytes.
     *
     * @param duplicate which, not null
     * @param how what becomes of it, not {@link DuplicatePolicy#ASK}, not null
     * @return the decision; fails with code {@code not-found}, or {@code nothing-to-do} when its files that are there are
     *     of one track by now
     * @throws IllegalArgumentException when it is to ask
     */
    CompletableFuture<Decision> settleDuplicate(DuplicateId duplicate, DuplicatePolicy how);

    /**
     * Takes a decision back, as far as nothing else stands against it.
     *
     * @param decision which, not null
     * @return what became of it, one sentence for each thing that could not be brought back; empty when all is as
     *     before; fails with code {@code not-found}, or {@code nothing-to-do} when it was taken back already
     */
    CompletableFuture<List<String>> undo(DecisionId decision);

    /**
     * Lists what was decided, the latest first.
     *
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<Decision>> decisions(PageRequest page);

    /**
     * Removes for good what has been missing for long: rows of files, tracks that have no file any more, albums, artists
     * and genres without tracks and folders without files. Files themselves are never touched.
     *
     * @param missingFor how long files have been missing at least, not negative, not null
     * @param alsoSaid whether tracks go of which a person said something, too: with their ratings and plays; entries of
     *     playlists then wait for a track like it
     * @return what was removed
     */
    CompletableFuture<Purged> purge(Duration missingFor, boolean alsoSaid);
}

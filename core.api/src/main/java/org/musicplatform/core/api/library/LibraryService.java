package org.musicplatform.core.api.library;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.source.SourceId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asking the library. Tracks whose every file is missing are hidden from lists and search, not from {@link #track}.
 * Thread-safe. Nothing waits for the end of indexing; lists and searches may wait once for an index that a first
 * indexing put off, about a second for a million tracks. Futures fail with {@link LibraryException}; cancelling one stops
 * the query.
 */
@ProviderType
public interface LibraryService extends Curation {

    /**
     * Lists tracks.
     *
     * @param query which, in which order, not null
     * @param page which part, not null
     * @return a page; fails with code {@code not-found} when there is no such folder or listener
     */
    CompletableFuture<Page<Track>> tracks(TrackQuery query, PageRequest page);

    /**
     * Lists tracks: those of an album in its order, others by title.
     *
     * @param filter which, not null
     * @param page which part, not null
     * @return as {@link #tracks(TrackQuery, PageRequest)}
     */
    default CompletableFuture<Page<Track>> tracks(TrackFilter filter, PageRequest page) {
        return tracks(TrackQuery.of(filter), page);
    }

    /**
     * Lists albums.
     *
     * @param query which, in which order, not null
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<Album>> albums(AlbumQuery query, PageRequest page);

    /**
     * Lists albums by title.
     *
     * @param filter which, not null
     * @param page which part, not null
     * @return a page
     */
    default CompletableFuture<Page<Album>> albums(AlbumFilter filter, PageRequest page) {
        return albums(new AlbumQuery(filter, AlbumSort.TITLE), page);
    }

    /**
     * Lists artists: those with a track or an album that is there.
     *
     * @param order in which order, not null
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<Artist>> artists(NameOrder order, PageRequest page);

    /**
     * Lists artists by name.
     *
     * @param page which part, not null
     * @return a page
     */
    default CompletableFuture<Page<Artist>> artists(PageRequest page) {
        return artists(NameOrder.BY_NAME, page);
    }

    /**
     * Lists genres: those with a track that is there.
     *
     * @param order in which order, not null
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<Genre>> genres(NameOrder order, PageRequest page);

    /**
     * Lists folders by name: those that have a file in or below them that is there.
     *
     * @param parent those that are directly in this folder; null for the root of each source
     * @param page which part, not null
     * @return a page; fails with code {@code not-found}
     */
    CompletableFuture<Page<Folder>> folders(FolderId parent, PageRequest page);

    /**
     * Lists what is directly in a folder: its folders by name, then its files by name. Files are listed as soon as they
     * were seen, also before their tags are read.
     *
     * @param folder which, not null
     * @param page which part, not null
     * @return a page; fails with code {@code not-found}
     */
    CompletableFuture<Page<FolderEntry>> entries(FolderId folder, PageRequest page);

    /**
     * Finds a folder.
     *
     * @param id which, not null
     * @return the folder; fails with code {@code not-found}
     */
    CompletableFuture<Folder> folder(FolderId id);

    /**
     * Finds a folder by where it is.
     *
     * @param source where, not null
     * @param path its path in the source, without a slash at either end; empty for the root; not null
     * @return the folder; fails with code {@code not-found}
     */
    CompletableFuture<Folder> folder(SourceId source, String path);

    /**
     * Finds an artist.
     *
     * @param id which, not null
     * @return the artist; fails with code {@code not-found}
     */
    CompletableFuture<Artist> artist(ArtistId id);

    /**
     * Finds an album.
     *
     * @param id which, not null
     * @return the album; fails with code {@code not-found}
     */
    CompletableFuture<Album> album(AlbumId id);

    /**
     * Tells all that is known of a track.
     *
     * @param id which, not null
     * @return the track; fails with code {@code not-found}
     */
    CompletableFuture<TrackDetails> track(TrackId id);

    /**
     * Searches for all words of a text, the last one also as the beginning of a word, whatever their case and accents:
     * in names of tracks with their artists and albums, albums with their artists, artists, playlists, genres and
     * folders, in lyrics, and in names of files whose tags are not read yet. When hardly anything has the words, three
     * characters or more also count inside of words. Takes milliseconds however large the library is: what would take
     * longer is left out, and the result says more.
     *
     * @param text any text: nothing in it has a special meaning, the first 500 characters and 32 words count; not null
     * @param limits how much at most, not null
     * @return what was found, best first; nothing for a text without a word
     */
    CompletableFuture<SearchResults> search(String text, SearchLimits limits);

    /**
     * Rates a track.
     *
     * @param listener who rates it, null for whoever uses the library
     * @param track which, not null
     * @param stars 1 to {@value Annotation#MAX_RATING}, 0 takes the rating back
     * @return what is said of it now, when that is committed; fails with code {@code not-found}
     * @throws IllegalArgumentException when there are no so many stars
     */
    CompletableFuture<Annotation> rate(ListenerId listener, TrackId track, int stars);

    /**
     * Rates a track as whoever uses the library.
     *
     * @param track which, not null
     * @param stars 1 to {@value Annotation#MAX_RATING}, 0 takes the rating back
     * @return what is said of it now, when that is committed; fails with code {@code not-found}
     * @throws IllegalArgumentException when there are no so many stars
     */
    default CompletableFuture<Annotation> rate(TrackId track, int stars) {
        return rate(null, track, stars);
    }

    /**
     * Makes a track a favourite, or no favourite any more.
     *
     * @param listener whose, null for whoever uses the library
     * @param track which, not null
     * @param favourite whether it is one
     * @return what is said of it now, when that is committed; fails with code {@code not-found}
     */
    CompletableFuture<Annotation> favourite(ListenerId listener, TrackId track, boolean favourite);

    /**
     * Makes a track a favourite of whoever uses the library, or no favourite any more.
     *
     * @param track which, not null
     * @param favourite whether it is one
     * @return what is said of it now, when that is committed; fails with code {@code not-found}
     */
    default CompletableFuture<Annotation> favourite(TrackId track, boolean favourite) {
        return favourite(null, track, favourite);
    }

    /**
     * Notes that a track was heard: what a {@code Player} plays is noted without this. It counts as played when half of
     * it sounded, or four minutes.
     *
     * @param listener who heard it, null for whoever uses the library
     * @param track which, not null; one that is gone is ignored
     * @param started when it began to sound, not null
     * @param heard for how long it sounded, not null
     * @return ends when that is committed; fails with code {@code not-found} when there is no such listener
     */
    CompletableFuture<Void> heard(ListenerId listener, TrackId track, Instant started, Duration heard);

    /**
     * Lists what was heard, the latest first.
     *
     * @param listener by whom, null for whoever uses the library
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<Play>> history(ListenerId listener, PageRequest page);

    /**
     * Lists what whoever uses the library heard, the latest first.
     *
     * @param page which part, not null
     * @return a page
     */
    default CompletableFuture<Page<Play>> history(PageRequest page) {
        return history(null, page);
    }

    /**
     * Counts what is there.
     *
     * @return the counts
     */
    CompletableFuture<LibraryCounts> counts();

    /**
     * Copies the library into a new file, as it is at one moment; others go on reading and writing meanwhile. The copy
     * is a library, with those pictures in it that cannot be read from the music again: {@link #restore} brings all of it
     * back. The file has its name when it is complete, and not before.
     *
     * @param file which, not null; its folder is there
     * @return how many bytes it has; fails with code {@code file-exists}, with {@code library-in-use} while another copy
     *     of that name is being written, or {@code library-io} when it cannot be written, and then leaves nothing
     */
    CompletableFuture<Long> backup(Path file);

    /**
     * Looks whether the library is sound: its pages, its references, whether search knows what is there, and of some
     * things whether it has the same words.
     *
     * @return what is wrong, one sentence each; nothing when it is sound
     */
    CompletableFuture<List<String>> check();

    /**
     * Makes search anew from what is there, whatever it knew. Others go on reading and writing meanwhile; search does not
     * find everything before it is done, which may take minutes for a large library. What a crash or a cancellation
     * interrupts is ended when the library is opened again.
     *
     * @return what was done, one sentence each; fails with code {@code library-io}
     */
    CompletableFuture<List<String>> repair();

    /**
     * Puts a copy in the place of the library, also of one that could not be opened. Questions under way are answered
     * first or fail as retryable; {@link org.musicplatform.core.api.event.LibraryReplaced} tells when it is done. The
     * library before is kept beside it.
     *
     * @param backup a file that {@link #backup} wrote, not null; it is copied and stays as it is
     * @return where the library before is now, and which pictures were brought back or are damaged in the copy; fails
     *     with code {@code library-damaged}, {@code newer-schema} or {@code library-io} when the copy is none of use, and
     *     with {@code library-in-use} while a source is indexed or another program has the library open: then nothing is
     *     changed
     */
    CompletableFuture<LibraryReplacement> restore(Path backup);

    /**
     * Puts a new library in the place of a damaged one, with all that can still be read of it: ratings, plays and
     * playlists with their tracks. What is missing comes back when the sources are indexed. The damaged file is kept
     * aside.
     *
     * @return what was taken over; fails as {@link #restore} does
     */
    CompletableFuture<LibraryReplacement> salvage();

    /**
     * Puts an empty library in the place of the one there is, which is kept aside.
     *
     * @return where the library before is now; fails as {@link #restore} does
     */
    CompletableFuture<LibraryReplacement> beginAnew();

    /**
     * Tells which tables the library has, also of one that could not be opened.
     *
     * @return the steps taken and to come; fails when the file is not a library
     */
    CompletableFuture<LibrarySchema> schema();

    /**
     * Brings the library to the tables of today, as opening it does unless the system property {@code
     * music.library.migrate} is {@code ask}. A copy of it as it was is kept beside it.
     *
     * @param dryRun whether to take the steps on a copy alone, which leaves the library untouched to the last byte
     * @return what came of it; fails with code {@code migration-failed} when a step does, which leaves the library as it
     *     was before that step
     */
    CompletableFuture<LibraryMigration> migrate(boolean dryRun);

    /**
     * Lists what changed after a state of the library, in the order of the changes: a client that slept catches up. To
     * be told of no change twice and of none too few, remember {@link TrackChange#revision()} of the last one.
     *
     * @param revision a state that events, {@link #revision} or an earlier change named; 0 for all tracks
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<TrackChange>> changesSince(long revision, PageRequest page);

    /**
     * Returns the number of the last committed change, as events carry it.
     *
     * @return rises with each change
     */
    CompletableFuture<Long> revision();
}

package org.musicplatform.core.api.library;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.metadata.Lyrics;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The lyrics that the library keeps: those that lie in files, which indexing stores; those of services; and those of a
 * person, which stay however often files are indexed. Search knows the best of each track. Also remembers which service
 * was asked in vain, and when it is to be asked again. Thread-safe; futures are done when a change is committed and fail
 * with {@link LibraryException}.
 */
@ProviderType
public interface LyricsStore {

    /** How many characters lyrics may have in all: those of lines and of words with a start, and {@value #START} for each. */
    int MAX_CHARACTERS = 90_000;

    /** How many characters a line, or a word with a start, counts besides its own. */
    int START = 12;

    /**
     * Lists the lyrics that are kept of a track.
     *
     * @param track which, not null
     * @return best first: a person's, then those in its file, then those of services; of several services those with
     *     times first. Fails with code {@code not-found} when there is no such track
     */
    CompletableFuture<List<Lyrics>> lyricsOf(TrackId track);

    /**
     * Keeps lyrics, instead of those that were kept of the same origin.
     *
     * @param track of which track, not null
     * @param lyrics what is sung; its origin is {@link Lyrics#USER} or the name of a service; not null
     * @param askAgain after how long the service is to be asked whether it has better ones, null for never
     * @return done when they are stored; fails with code {@code not-found}
     * @throws IllegalArgumentException when there are no words in it, or too many, or the origin is that of lyrics in
     *     files, or no name
     */
    CompletableFuture<Void> putLyrics(TrackId track, Lyrics lyrics, Duration askAgain);

    /**
     * Notes that a service has no lyrics of a track. Lyrics that it had before stay.
     *
     * @param track of which track, not null
     * @param service its name, not null
     * @param askAgain after how long it is to be asked again, null for never
     * @return done when that is stored; fails with code {@code not-found}
     * @throws IllegalArgumentException when the name is none of a service
     */
    CompletableFuture<Void> noLyrics(TrackId track, String service, Duration askAgain);

    /**
     * Forgets the lyrics of one origin, and when a service was asked for them.
     *
     * @param track of which track, not null
     * @param origin {@link Lyrics#USER} or the name of a service, not null
     * @return whether there were any; fails with code {@code not-found}
     * @throws IllegalArgumentException when the origin is that of lyrics in files, or no name
     */
    CompletableFuture<Boolean> forgetLyrics(TrackId track, String origin);

    /**
     * Tells which services were asked for the lyrics of a track.
     *
     * @param track which, not null
     * @return by name; fails with code {@code not-found}
     */
    CompletableFuture<List<LookUp>> lyricsLookUps(TrackId track);

    /**
     * Lists the tracks for whose lyrics a service is to be asked: those without any of which it was not asked yet, and
     * those where the time to ask it again has come.
     *
     * @param service its name, not null
     * @param page which part, not null; a page may have fewer tracks than it could, even none, and not be the last
     * @return a page, by id
     * @throws IllegalArgumentException when the name is none of a service
     */
    CompletableFuture<Page<TrackId>> wantingLyrics(String service, PageRequest page);
}

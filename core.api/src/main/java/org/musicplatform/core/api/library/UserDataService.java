package org.musicplatform.core.api.library;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What persons told the library, as a whole: who they are, and all of it out, in again, and away. Thread-safe; futures
 * of changes end when they are committed; futures fail with {@link LibraryException}, with code {@code not-found} for
 * a listener that is not there.
 */
@ProviderType
public interface UserDataService {

    /**
     * Lists who listens, the first of all first: whoever uses the library without saying who. That one is always there.
     *
     * @return all of them
     */
    CompletableFuture<List<Listener>> listeners();

    /**
     * Adds somebody.
     *
     * @param name a name, not null, not blank, at most {@value Listener#MAX_NAME} characters
     * @return the listener; fails with code {@code name-taken}
     */
    CompletableFuture<Listener> addListener(String name);

    /**
     * Gives somebody another name.
     *
     * @param listener who, not null
     * @param name as for {@link #addListener}
     * @return the listener; fails with code {@code name-taken}
     */
    CompletableFuture<Listener> renameListener(ListenerId listener, String name);

    /**
     * Removes somebody, with all that {@link #erase} would; the first one stays, without a name.
     *
     * @param listener who, not null
     * @return what went
     */
    CompletableFuture<UserDataCounts> removeListener(ListenerId listener);

    /**
     * Writes all that persons told into a new file of JSON Lines, in UTF-8: listeners, ratings, favourites, the log of
     * plays, playlists, and what was said instead of tags. Tracks are named by what another library knows them by.
     * Memory does not grow with the size of it.
     *
     * @param file which, not null; its folder is there
     * @return what was written; fails with code {@code file-exists}, or {@code library-io} when it cannot be written,
     *     and then leaves nothing
     */
    CompletableFuture<UserDataCounts> exportTo(Path file);

    /**
     * Takes over what {@link #exportTo} wrote, here or elsewhere. Nothing that is here is lost, and nothing comes twice:
     * plays and entries that lack are added, of two ratings the later one stays. What is told of a track that is not
     * here waits for it. Cancelling it keeps what was taken over until then.
     *
     * @param file which, not null
     * @return what came of it; fails with code {@code bad-user-data} when it is no such file
     */
    CompletableFuture<UserDataReport> importFrom(Path file);

    /**
     * Forgets what persons told. Files, and what is read of them, stay.
     *
     * @param listener all that is of this one; null for everything of everybody, with the listeners themselves
     * @return what went
     */
    CompletableFuture<UserDataCounts> erase(ListenerId listener);
}

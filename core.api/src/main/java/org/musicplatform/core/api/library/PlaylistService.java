package org.musicplatform.core.api.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Playlists. A track may be in one several times. Those of a listener are seen by others when they are shared. What is
 * in a smart one is asked when it is listed, as its listener sees the library. Thread-safe; futures of changes end when
 * they are committed; futures fail with {@link LibraryException}, with code {@code not-found} for a playlist, an entry
 * or a listener that is not there, and {@code smart-playlist} for a change of entries where rules say what they are.
 */
@ProviderType
public interface PlaylistService {

    /**
     * Lists the playlists of a listener, and those that others share, by name.
     *
     * @param listener whose, null for whoever uses the library
     * @return all of them
     */
    CompletableFuture<List<Playlist>> list(ListenerId listener);

    /**
     * Lists the playlists of whoever uses the library, and those that others share, by name.
     *
     * @return all of them
     */
    default CompletableFuture<List<Playlist>> list() {
        return list(null);
    }

    /**
     * Makes a playlist.
     *
     * @param listener whose, null for whoever uses the library
     * @param name its name, not null, not blank, at most {@value Playlist#MAX_NAME} characters
     * @param rules what is in it, null for one that begins empty and to which tracks are added
     * @return the playlist; fails with code {@code name-taken} when the listener has one of this name
     */
    CompletableFuture<Playlist> create(ListenerId listener, String name, SmartRules rules);

    /**
     * Makes an empty playlist.
     *
     * @param name its name, not null, not blank, at most {@value Playlist#MAX_NAME} characters
     * @return the playlist; fails with code {@code name-taken} when there is one of this name
     */
    default CompletableFuture<Playlist> create(String name) {
        return create(null, name, null);
    }

    /**
     * Gives a smart playlist other rules.
     *
     * @param playlist which, not null
     * @param rules what is in it from now on, not null
     * @return the playlist; fails with code {@code smart-playlist} when it is none
     */
    CompletableFuture<Playlist> setRules(PlaylistId playlist, SmartRules rules);

    /**
     * Shows a playlist to other listeners too, or not any more.
     *
     * @param playlist which, not null
     * @param shared whether they see it
     * @return the playlist
     */
    CompletableFuture<Playlist> share(PlaylistId playlist, boolean shared);

    /**
     * Gives a playlist another name.
     *
     * @param playlist which, not null
     * @param name as for {@link #create}
     * @return the playlist
     */
    CompletableFuture<Playlist> rename(PlaylistId playlist, String name);

    /**
     * Deletes a playlist; its tracks stay.
     *
     * @param playlist which, not null
     * @return the playlist as it was
     */
    CompletableFuture<Playlist> delete(PlaylistId playlist);

    /**
     * Lists the entries in their order; of a smart playlist the tracks that meet its rules now.
     *
     * @param playlist which, not null
     * @param page which part, not null
     * @return a page
     */
    CompletableFuture<Page<PlaylistEntry>> entries(PlaylistId playlist, PageRequest page);

    /**
     * Adds tracks.
     *
     * @param playlist which, not null
     * @param tracks which, in order, not null, at most 10,000
     * @param before the entry that will follow them, null to add them at the end
     * @return the new entries
     */
    CompletableFuture<List<PlaylistEntryId>> add(PlaylistId playlist, List<TrackId> tracks, PlaylistEntryId before);

    /**
     * Takes entries out.
     *
     * @param playlist which, not null
     * @param entries which, not null; those that are gone already are ignored
     * @return how many were taken out
     */
    CompletableFuture<Integer> remove(PlaylistId playlist, List<PlaylistEntryId> entries);

    /**
     * Moves an entry.
     *
     * @param playlist which, not null
     * @param entry which, not null
     * @param before the entry that will follow it, null for the end
     * @return the playlist
     */
    CompletableFuture<Playlist> move(PlaylistId playlist, PlaylistEntryId entry, PlaylistEntryId before);

    /**
     * Makes a playlist from a file: M3U, M3U8, PLS or XSPF, told apart by what is in it. It may be in UTF-8, UTF-16 or
     * Windows-1252. An entry is found by the path of its file, by its MusicBrainz recording, or by title, artist and
     * length; then by its path whatever its case; one that is found by none waits, and is bound when its track comes.
     *
     * @param listener whose it will be, null for whoever uses the library
     * @param name as for {@link #create}
     * @param content the file, not null, at most 16 MiB
     * @param folder the folder that relative paths begin in, as the library's sources are written; not null
     * @return what came of it; fails with code {@code bad-playlist} when it is no such file
     */
    CompletableFuture<PlaylistImport> importFile(ListenerId listener, String name, byte[] content, String folder);

    /**
     * Does so for whoever uses the library.
     *
     * @param name as for {@link #create}
     * @param content the file, not null, at most 16 MiB
     * @param folder the folder that relative paths begin in, as the library's sources are written; not null
     * @return what came of it; fails with code {@code bad-playlist} when it is no such file
     */
    default CompletableFuture<PlaylistImport> importFile(String name, byte[] content, String folder) {
        return importFile(null, name, content, folder);
    }

    /**
     * Writes a playlist as a file, in UTF-8. Files that lie in or below the folder are named relative to it.
     *
     * @param playlist which, not null
     * @param format how, not null
     * @param folder the folder that the file will lie in, or null to name all of them in full
     * @return the file
     */
    CompletableFuture<byte[]> exportFile(PlaylistId playlist, PlaylistFormat format, String folder);
}

package org.musicplatform.core.api.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Playlists. A track may be in one several times. Thread-safe; futures of changes end when they are committed; futures
 * fail with {@link LibraryException}, with code {@code not-found} for a playlist or an entry that is not there.
 */
@ProviderType
public interface PlaylistService {

    /**
     * Lists the playlists by name.
     *
     * @return all of them
     */
    CompletableFuture<List<Playlist>> list();

    /**
     * Makes an empty playlist.
     *
     * @param name its name, not null, not blank, at most {@value Playlist#MAX_NAME} characters
     * @return the playlist; fails with code {@code name-taken} when there is one of this name
     */
    CompletableFuture<Playlist> create(String name);

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
     * Lists the entries in their order.
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
     * Makes a playlist from a file: M3U, M3U8, PLS or XSPF, told apart by what is in it.
     *
     * @param name as for {@link #create}
     * @param content the file, not null, at most 16 MiB
     * @param folder the folder that relative paths begin in, as the library's sources are written; not null
     * @return what came of it; fails with code {@code bad-playlist} when it is no such file
     */
    CompletableFuture<PlaylistImport> importFile(String name, byte[] content, String folder);

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

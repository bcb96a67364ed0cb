package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;

/**
 * What a search found, best first: what is named like the text, what is named so in the beginning, then what has more of
 * the words in its own name. All of one state of the library.
 *
 * @param tracks tracks that are there, not null
 * @param albums albums with tracks that are there, not null
 * @param artists artists with tracks or albums that are there, not null
 * @param playlists playlists by name, not null
 * @param genres genres with tracks that are there, not null
 * @param folders folders by name, in or below which something is, not null
 * @param lyrics tracks with the words in their lyrics, those with all in one row first, not null
 * @param files files by name whose tags are not read yet, in the order in which they will be, not null
 * @param more true when there is more of a kind than was asked for, or so much that not all was looked at
 */
public record SearchResults(
        List<Track> tracks,
        List<Album> albums,
        List<Artist> artists,
        List<Playlist> playlists,
        List<Genre> genres,
        List<Folder> folders,
        List<LyricsMatch> lyrics,
        List<WaitingFile> files,
        boolean more)
        implements Serializable {

    public SearchResults {
        tracks = List.copyOf(tracks);
        albums = List.copyOf(albums);
        artists = List.copyOf(artists);
        playlists = List.copyOf(playlists);
        genres = List.copyOf(genres);
        folders = List.copyOf(folders);
        lyrics = List.copyOf(lyrics);
        files = List.copyOf(files);
    }

    /**
     * Creates a result of tracks, albums and artists.
     *
     * @param tracks as above
     * @param albums as above
     * @param artists as above
     * @param more as above
     */
    public SearchResults(List<Track> tracks, List<Album> albums, List<Artist> artists, boolean more) {
        this(tracks, albums, artists, List.of(), List.of(), List.of(), List.of(), List.of(), more);
    }

    /**
     * Tells whether nothing was found.
     *
     * @return true when all lists are empty
     */
    public boolean isEmpty() {
        return tracks.isEmpty()
                && albums.isEmpty()
                && artists.isEmpty()
                && playlists.isEmpty()
                && genres.isEmpty()
                && folders.isEmpty()
                && lyrics.isEmpty()
                && files.isEmpty();
    }
}

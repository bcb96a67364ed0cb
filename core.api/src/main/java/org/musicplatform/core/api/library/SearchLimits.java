package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * How much a search returns at most, of each kind.
 *
 * @param tracks tracks, 0 to {@value #MAX}
 * @param albums albums, 0 to {@value #MAX}
 * @param artists artists, 0 to {@value #MAX}
 * @param playlists playlists, 0 to {@value #MAX}
 * @param genres genres, 0 to {@value #MAX}
 * @param folders folders, 0 to {@value #MAX}
 * @param lyrics tracks with the words in their lyrics, 0 to {@value #MAX}
 * @param files files whose tags are not read yet, 0 to {@value #MAX}
 */
public record SearchLimits(
        int tracks, int albums, int artists, int playlists, int genres, int folders, int lyrics, int files)
        implements Serializable {

    /** The most of one kind. */
    public static final int MAX = 1_000;

    /** 15 tracks, 10 albums, artists, playlists and files, 5 genres, folders and lyrics. */
    public static final SearchLimits DEFAULT = new SearchLimits(15, 10, 10, 10, 5, 5, 5, 10);

    public SearchLimits {
        for (int limit : new int[] {tracks, albums, artists, playlists, genres, folders, lyrics, files}) {
            if (limit < 0 || limit > MAX) {
                throw new IllegalArgumentException("a search limit must be 0 to " + MAX + ": " + limit);
            }
        }
    }

    /**
     * Limits a search to tracks, albums and artists.
     *
     * @param tracks tracks, 0 to {@value #MAX}
     * @param albums albums, 0 to {@value #MAX}
     * @param artists artists, 0 to {@value #MAX}
     */
    public SearchLimits(int tracks, int albums, int artists) {
        this(tracks, albums, artists, 0, 0, 0, 0, 0);
    }

    /**
     * Limits each kind to the same number.
     *
     * @param most how many, 0 to {@value #MAX}
     * @return the limits
     */
    public static SearchLimits each(int most) {
        return new SearchLimits(most, most, most, most, most, most, most, most);
    }
}

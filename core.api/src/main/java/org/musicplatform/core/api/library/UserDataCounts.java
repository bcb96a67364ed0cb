package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * How much persons told.
 *
 * @param listeners how many of them
 * @param annotations tracks that somebody rated or has as a favourite
 * @param plays rows of the log of plays
 * @param playlists playlists
 * @param entries entries of playlists
 * @param overrides fields of tracks that were said instead of the tags
 * @param lyrics tracks for which somebody chose lyrics
 */
public record UserDataCounts(
        long listeners, long annotations, long plays, long playlists, long entries, long overrides, long lyrics)
        implements Serializable {

    /**
     * Counts without lyrics.
     *
     * @param listeners as above
     * @param annotations as above
     * @param plays as above
     * @param playlists as above
     * @param entries as above
     * @param overrides as above
     */
    public UserDataCounts(long listeners, long annotations, long plays, long playlists, long entries, long overrides) {
        this(listeners, annotations, plays, playlists, entries, overrides, 0);
    }
}

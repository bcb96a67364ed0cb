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
 */
public record UserDataCounts(long listeners, long annotations, long plays, long playlists, long entries, long overrides)
        implements Serializable {}

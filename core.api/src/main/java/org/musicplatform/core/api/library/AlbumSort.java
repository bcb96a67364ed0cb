package org.musicplatform.core.api.library;

/**
 * What albums are ordered by. Equal ones follow by id. What has no value (no artist, no year) comes last, in either
 * direction.
 */
public enum AlbumSort {
    /** By title, without its article and accents. */
    TITLE,
    /** By album artist; of an artist by title. */
    ARTIST,
    /** By year of release. */
    YEAR,
    /** By when the first track of it came into the library. */
    ADDED,
    /** By chance, as {@link TrackSort#RANDOM}. */
    RANDOM
}

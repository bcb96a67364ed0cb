package org.musicplatform.core.api.library;

/**
 * What tracks are ordered by. Equal ones follow by id. What has no value (no artist, no album, no year, never played,
 * no rating, no duration) comes last, in either direction.
 */
public enum TrackSort {
    /** By title, without its article and accents. */
    TITLE,
    /** By artist; of an artist those without an album, then album by album, in the order of each. */
    ARTIST,
    /** By album, in the order of each. */
    ALBUM,
    /** By year of release. */
    YEAR,
    /** By when it came into the library. */
    ADDED,
    /** By when the listener played it last. */
    PLAYED,
    /** By how many stars the listener gave. */
    RATING,
    /** By playing time. */
    DURATION,
    /** By chance: each seed gives an order of its own, which stays the same while no track comes or goes. */
    RANDOM
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * In which order artists and genres are listed. Equal ones follow by id.
 *
 * @param sort by what, not null
 * @param descending whether the greatest comes first
 */
public record NameOrder(Sort sort, boolean descending) implements Serializable {

    /** By name, from A to Z. */
    public static final NameOrder BY_NAME = new NameOrder(Sort.NAME, false);

    /** Those with the most tracks first. */
    public static final NameOrder MOST_TRACKS = new NameOrder(Sort.TRACKS, true);

    public NameOrder {
        Objects.requireNonNull(sort, "sort");
    }

    /** What names are ordered by. */
    public enum Sort {
        /** By name, without its article and accents. */
        NAME,
        /** By how many tracks there are. */
        TRACKS
    }
}

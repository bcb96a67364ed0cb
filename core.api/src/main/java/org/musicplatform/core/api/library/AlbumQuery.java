package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which albums, in which order.
 *
 * @param filter which, not null
 * @param sort by what they are ordered, not null
 * @param descending whether the greatest comes first; for {@link AlbumSort#RANDOM}, whether the order runs backwards
 * @param seed any number that chooses an order for {@link AlbumSort#RANDOM}; others ignore it
 */
public record AlbumQuery(AlbumFilter filter, AlbumSort sort, boolean descending, long seed) implements Serializable {

    public AlbumQuery {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(sort, "sort");
    }

    /**
     * Albums in ascending order.
     *
     * @param filter which, not null
     * @param sort by what they are ordered, not null
     */
    public AlbumQuery(AlbumFilter filter, AlbumSort sort) {
        this(filter, sort, false, 0);
    }

    /**
     * The same albums the other way round.
     *
     * @return a query
     */
    public AlbumQuery reversed() {
        return new AlbumQuery(filter, sort, !descending, seed);
    }
}

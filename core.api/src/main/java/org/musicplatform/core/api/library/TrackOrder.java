package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * In which order tracks are listed.
 *
 * @param sort by what, not null
 * @param descending whether the greatest comes first; for {@link TrackSort#RANDOM}, whether the order runs backwards
 * @param seed any number that chooses an order for {@link TrackSort#RANDOM}; others ignore it
 */
public record TrackOrder(TrackSort sort, boolean descending, long seed) implements Serializable {

    public TrackOrder {
        Objects.requireNonNull(sort, "sort");
    }

    /**
     * An ascending order.
     *
     * @param sort by what, not null
     * @return an order
     */
    public static TrackOrder by(TrackSort sort) {
        return new TrackOrder(sort, false, 0);
    }

    /**
     * An order by chance.
     *
     * @param seed any number; the same one gives the same order again
     * @return an order
     */
    public static TrackOrder random(long seed) {
        return new TrackOrder(TrackSort.RANDOM, false, seed);
    }

    /**
     * The other direction.
     *
     * @return an order
     */
    public TrackOrder reversed() {
        return new TrackOrder(sort, !descending, seed);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which tracks, in which order.
 *
 * @param filter which, not null
 * @param order in which order, not null
 * @param listener whose ratings, favourites and plays are meant and shown; null for those of whoever uses the library
 */
public record TrackQuery(TrackFilter filter, TrackOrder order, ListenerId listener) implements Serializable {

    public TrackQuery {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(order, "order");
    }

    /**
     * A query of whoever uses the library.
     *
     * @param filter which, not null
     * @param order in which order, not null
     */
    public TrackQuery(TrackFilter filter, TrackOrder order) {
        this(filter, order, null);
    }

    /**
     * Tracks in the order that suits them: those of an album in its order, others by title.
     *
     * @param filter which, not null
     * @return a query
     */
    public static TrackQuery of(TrackFilter filter) {
        return new TrackQuery(filter, TrackOrder.by(filter.album() == null ? TrackSort.TITLE : TrackSort.ALBUM));
    }
}

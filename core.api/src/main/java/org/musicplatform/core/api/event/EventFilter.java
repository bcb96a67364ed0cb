package org.musicplatform.core.api.event;

import java.util.Objects;
import java.util.Set;

/**
 * Which events a stream delivers.
 *
 * @param areas the areas wanted, all when empty; not null
 * @param atLeast the lowest severity wanted, not null
 * @param fromSequence replay remembered events from this sequence number on; {@link #NOW} for none
 * @param capacity how many events wait at most for a slow reader, 1 to 100,000
 */
public record EventFilter(Set<String> areas, Severity atLeast, long fromSequence, int capacity) {

    /** No replay: only what happens from now on. */
    public static final long NOW = Long.MAX_VALUE;

    public EventFilter {
        areas = Set.copyOf(areas);
        Objects.requireNonNull(atLeast, "atLeast");
        if (capacity < 1 || capacity > 100_000) {
            throw new IllegalArgumentException("capacity must be 1 to 100,000: " + capacity);
        }
    }

    /**
     * Wants everything from now on, with room for 100 waiting events.
     *
     * @return a filter
     */
    public static EventFilter all() {
        return new EventFilter(Set.of(), Severity.DEBUG, NOW, 100);
    }

    /**
     * Wants some areas from now on.
     *
     * @param areas the areas
     * @return a filter
     */
    public static EventFilter areas(String... areas) {
        return new EventFilter(Set.of(areas), Severity.DEBUG, NOW, 100);
    }

    /**
     * The same, with replay.
     *
     * @param sequence the first sequence number wanted
     * @return a filter
     */
    public EventFilter from(long sequence) {
        return new EventFilter(areas, atLeast, sequence, capacity);
    }

    /**
     * Tells whether an event is wanted.
     *
     * @param event the event, not null
     * @return true when it is
     */
    public boolean accepts(CoreEvent event) {
        return (areas.isEmpty() || areas.contains(event.area()))
                && event.header().severity().compareTo(atLeast) >= 0;
    }
}

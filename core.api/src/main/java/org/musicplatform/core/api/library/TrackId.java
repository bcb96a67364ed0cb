package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a track, printed {@code t42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record TrackId(long value) implements Serializable, Comparable<TrackId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "t";

    public TrackId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code t42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static TrackId parse(String text) {
        return new TrackId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(TrackId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

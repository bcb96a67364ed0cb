package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a playlist, printed {@code pl42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record PlaylistId(long value) implements Serializable, Comparable<PlaylistId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "pl";

    public PlaylistId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code pl42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static PlaylistId parse(String text) {
        return new PlaylistId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(PlaylistId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

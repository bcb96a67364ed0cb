package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names an album, printed {@code al42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record AlbumId(long value) implements Serializable, Comparable<AlbumId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "al";

    public AlbumId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code al42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static AlbumId parse(String text) {
        return new AlbumId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(AlbumId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

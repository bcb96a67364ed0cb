package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names an artist, printed {@code ar42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record ArtistId(long value) implements Serializable, Comparable<ArtistId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "ar";

    public ArtistId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code ar42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static ArtistId parse(String text) {
        return new ArtistId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(ArtistId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names who listens: annotations and plays are kept for each, printed {@code li42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record ListenerId(long value) implements Serializable, Comparable<ListenerId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "li";

    public ListenerId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code li42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static ListenerId parse(String text) {
        return new ListenerId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(ListenerId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

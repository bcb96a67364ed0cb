package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a decision that a person made by hand, printed {@code d42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record DecisionId(long value) implements Serializable, Comparable<DecisionId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "d";

    public DecisionId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code d42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static DecisionId parse(String text) {
        return new DecisionId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(DecisionId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a content that files of different tracks hold, printed {@code dup42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record DuplicateId(long value) implements Serializable, Comparable<DuplicateId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "dup";

    public DuplicateId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code dup42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static DuplicateId parse(String text) {
        return new DuplicateId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(DuplicateId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

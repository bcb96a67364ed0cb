package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a folder of a source, printed {@code fo42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record FolderId(long value) implements Serializable, Comparable<FolderId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "fo";

    public FolderId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code fo42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static FolderId parse(String text) {
        return new FolderId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(FolderId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

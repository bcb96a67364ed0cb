package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a file in the library, printed {@code f42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record FileId(long value) implements Serializable, Comparable<FileId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "f";

    public FileId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code f42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static FileId parse(String text) {
        return new FileId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(FileId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

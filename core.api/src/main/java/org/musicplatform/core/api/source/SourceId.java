package org.musicplatform.core.api.source;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a source, printed {@code s1}.
 *
 * @param value the number, at least 1
 */
public record SourceId(long value) implements Serializable, Comparable<SourceId> {

    public SourceId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code s1}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static SourceId parse(String text) {
        return new SourceId(Ids.parse("s", text));
    }

    @Override
    public int compareTo(SourceId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "s" + value;
    }
}

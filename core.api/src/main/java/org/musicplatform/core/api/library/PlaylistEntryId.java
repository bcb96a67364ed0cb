package org.musicplatform.core.api.library;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names an entry of a playlist, printed {@code pe42}. Never used again for another one.
 *
 * @param value the number, at least 1
 */
public record PlaylistEntryId(long value) implements Serializable, Comparable<PlaylistEntryId> {

    /** What the printed form begins with. */
    public static final String PREFIX = "pe";

    public PlaylistEntryId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code pe42}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static PlaylistEntryId parse(String text) {
        return new PlaylistEntryId(Ids.parse(PREFIX, text));
    }

    @Override
    public int compareTo(PlaylistEntryId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return PREFIX + value;
    }
}

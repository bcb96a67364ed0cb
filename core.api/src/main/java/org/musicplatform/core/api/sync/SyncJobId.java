package org.musicplatform.core.api.sync;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names an indexing job, printed {@code j1}.
 *
 * @param value the number, at least 1
 */
public record SyncJobId(long value) implements Serializable {

    public SyncJobId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code j1}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static SyncJobId parse(String text) {
        return new SyncJobId(Ids.parse("j", text));
    }

    @Override
    public String toString() {
        return "j" + value;
    }
}

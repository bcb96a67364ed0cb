package org.musicplatform.core.api.playback;

import java.io.Serializable;
import org.musicplatform.core.api.Ids;

/**
 * Names a player, printed {@code p1}.
 *
 * @param value the number, at least 1
 */
public record PlayerId(long value) implements Serializable {

    public PlayerId {
        Ids.requirePositive(value);
    }

    /**
     * Reads the printed form.
     *
     * @param text e.g. {@code p1}, not null
     * @return the id
     * @throws IllegalArgumentException when the text is not such an id
     */
    public static PlayerId parse(String text) {
        return new PlayerId(Ids.parse("p", text));
    }

    @Override
    public String toString() {
        return "p" + value;
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * Lyrics as the library keeps them.
 *
 * @param origin where they are from, not null
 * @param language ISO 639 code as the source has it, or null when it does not tell
 * @param synced whether lines have a start: the text is LRC then, plain text otherwise
 * @param text the words, not null
 */
public record StoredLyrics(String origin, String language, boolean synced, String text) implements Serializable {

    public StoredLyrics {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(text, "text");
    }
}

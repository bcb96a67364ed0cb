package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * A named part of a file.
 *
 * @param start where it begins, from the start of the file, not null
 * @param end where it ends, or null when the file does not tell
 * @param title its name, not null, may be empty
 */
public record Chapter(Duration start, Duration end, String title) implements Serializable {

    public Chapter {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(title, "title");
    }
}

package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * A track that is a part of a file, as a CUE sheet names it.
 *
 * @param start where it begins, from the start of the file, not null
 * @param end where the next one begins, or null for the end of the file
 * @param tags its tags: its own, and those of the file that hold for all, not null
 */
public record Clip(Duration start, Duration end, Tags tags) implements Serializable {

    public Clip {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(tags, "tags");
    }
}

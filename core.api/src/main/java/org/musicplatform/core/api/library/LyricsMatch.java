package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * A track whose lyrics have the words that were searched for.
 *
 * @param track the track, not null
 * @param line the line of the lyrics that has most of them, not null
 */
public record LyricsMatch(Track track, String line) implements Serializable {

    public LyricsMatch {
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(line, "line");
    }
}

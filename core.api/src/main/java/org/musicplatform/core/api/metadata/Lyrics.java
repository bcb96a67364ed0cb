package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The text of a track.
 *
 * @param origin where it is from: {@value #EMBEDDED}, {@value #USER}, the name of the file beside the track, or the name
 *     of a service; not null
 * @param language ISO 639 code as the source has it, or null when it does not tell
 * @param synced true when every line has a start
 * @param lines the text, by start where it is synced, not null
 */
public record Lyrics(String origin, String language, boolean synced, List<Line> lines) implements Serializable {

    /** The origin of lyrics that lie in the file of the track. */
    public static final String EMBEDDED = "embedded";

    /** The origin of lyrics that a person chose. */
    public static final String USER = "user";

    public Lyrics {
        Objects.requireNonNull(origin, "origin");
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param start when it is sung, from the start of the track; null when the lyrics are not synced
     * @param text the words, not null, may be empty
     * @param words the start of single words or syllables, in order; not null, empty when only lines have one
     */
    public record Line(Duration start, String text, List<Word> words) implements Serializable {

        public Line {
            Objects.requireNonNull(text, "text");
            words = List.copyOf(words);
        }
    }

    /**
     * A part of a line.
     *
     * @param start when it is sung, from the start of the track, not null
     * @param text what is sung, with the space after it, not null
     */
    public record Word(Duration start, String text) implements Serializable {

        public Word {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(text, "text");
        }
    }
}

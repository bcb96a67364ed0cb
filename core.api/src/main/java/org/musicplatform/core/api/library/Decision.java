package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that a person decided, by hand or by a {@link DuplicatePolicy}: nothing that is indexed later takes it back.
 *
 * @param id its id, not null
 * @param kind what kind, not null
 * @param words what was done, one sentence, not null
 * @param made when, not null
 * @param undone when it was taken back, or null
 * @param results ids of the tracks or albums that it left or made, printed ({@code t42}, {@code al7}), not null
 */
public record Decision(DecisionId id, Kind kind, String words, Instant made, Instant undone, List<String> results)
        implements Serializable {

    /** What a person can decide. New constants may be added in a minor version. */
    public enum Kind {
        /** Several tracks are one. */
        MERGE_TRACKS,
        /** A file is a track of its own. */
        SPLIT_TRACK,
        /** Several albums are one. */
        MERGE_ALBUMS,
        /** Some tracks are an album of their own. */
        SPLIT_ALBUM,
        /** Files that hold the same bytes are files of one track: by a person or by {@link DuplicatePolicy#KEEP_NEWEST}. */
        MERGE_DUPLICATE,
        /** Files that hold the same bytes stay different tracks. */
        KEEP_DUPLICATE
    }

    public Decision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(made, "made");
        results = List.copyOf(results);
    }
}

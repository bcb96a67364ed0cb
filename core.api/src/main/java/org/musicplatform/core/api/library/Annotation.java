package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a person said of a track, and how often it was played. It stays with the track whatever becomes of its files, and waits for them when they are
 * gone.
 *
 * @param rating stars, 1 to {@value #MAX_RATING}; 0 when it has none
 * @param favourite whether it is a favourite
 * @param plays how often it was played: half of it, or four minutes
 * @param lastPlayed when it was played last, or null
 */
public record Annotation(int rating, boolean favourite, int plays, Instant lastPlayed) implements Serializable {

    /** The most stars. */
    public static final int MAX_RATING = 5;

    /** Nothing was said. */
    public static final Annotation NONE = new Annotation(0, false, 0, null);

    public Annotation {
        if (rating < 0 || rating > MAX_RATING) {
            throw new IllegalArgumentException("a rating is 0 to " + MAX_RATING + ": " + rating);
        }
    }
}

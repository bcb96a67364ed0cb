package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A list of tracks that a person made.
 *
 * @param id its id, not null
 * @param name its name, not null; no other playlist has it, in any case of letters
 * @param entries how many entries it has
 * @param duration playing time of those whose length is known, not null
 * @param changed when it was changed last, not null
 */
public record Playlist(PlaylistId id, String name, int entries, Duration duration, Instant changed)
        implements Serializable {

    /** The longest name, in characters. */
    public static final int MAX_NAME = 500;

    public Playlist {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(changed, "changed");
    }
}

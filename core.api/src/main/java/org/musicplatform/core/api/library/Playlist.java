package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A list of tracks that a person made, or rules that say what is in it.
 *
 * @param id its id, not null
 * @param name its name, not null; no other playlist of its listener has it, in any case of letters
 * @param entries how many entries it has; of a smart one, how many tracks meet its rules now
 * @param waiting how many of them fit no track that the library knows
 * @param duration playing time of those whose length is known, not null
 * @param changed when it was changed last, not null
 * @param shared whether other listeners see it too
 * @param rules what is in it, when it is smart; null when its entries were chosen one by one
 */
public record Playlist(
        PlaylistId id,
        String name,
        int entries,
        int waiting,
        Duration duration,
        Instant changed,
        boolean shared,
        SmartRules rules)
        implements Serializable {

    /** The longest name, in characters. */
    public static final int MAX_NAME = 500;

    public Playlist {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(changed, "changed");
    }

    /**
     * A playlist whose entries were chosen one by one, and which nobody else sees.
     *
     * @param id its id, not null
     * @param name its name, not null
     * @param entries how many entries it has
     * @param duration playing time of those whose length is known, not null
     * @param changed when it was changed last, not null
     */
    public Playlist(PlaylistId id, String name, int entries, Duration duration, Instant changed) {
        this(id, name, entries, 0, duration, changed, false, null);
    }

    /**
     * Tells whether rules say what is in it.
     *
     * @return whether it has rules
     */
    public boolean isSmart() {
        return rules != null;
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * That a track was heard once.
 *
 * @param track which, not null
 * @param started when it began to sound, not null
 * @param heard for how long it sounded, not null
 * @param counted whether it counts as played: half of it sounded, or four minutes
 */
public record Play(Track track, Instant started, Duration heard, boolean counted) implements Serializable {

    public Play {
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(heard, "heard");
    }
}

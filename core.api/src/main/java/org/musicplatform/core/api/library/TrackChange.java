package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * That a track changed; only the last change of each is kept.
 *
 * @param track which, not null
 * @param revision the state of the library in which it changed
 * @param removed whether it is gone or hidden since
 */
public record TrackChange(TrackId track, long revision, boolean removed) implements Serializable {

    public TrackChange {
        Objects.requireNonNull(track, "track");
    }
}

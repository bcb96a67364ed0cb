package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.PlayerId;

/**
 * An item could not be played, or not to its end; the next follows.
 *
 * @param header when and how, not null
 * @param player which player, not null
 * @param failure what and why, not null
 */
public record TrackFailed(EventHeader header, PlayerId player, PlaybackReport.Failure failure) implements CoreEvent {

    public TrackFailed {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(player, "player");
        Objects.requireNonNull(failure, "failure");
    }

    @Override
    public String area() {
        return "playback";
    }
}

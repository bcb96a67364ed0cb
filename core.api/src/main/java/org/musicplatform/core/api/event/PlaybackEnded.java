package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.PlayerId;

/**
 * Playing came to its one end.
 *
 * @param header when and how, not null
 * @param player which player, not null
 * @param report how it went, not null
 */
public record PlaybackEnded(EventHeader header, PlayerId player, PlaybackReport report) implements CoreEvent {

    public PlaybackEnded {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(player, "player");
        Objects.requireNonNull(report, "report");
    }

    @Override
    public String area() {
        return "playback";
    }
}

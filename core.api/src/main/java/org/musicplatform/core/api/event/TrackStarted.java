package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.playback.PlayerId;
import org.musicplatform.core.api.playback.QueueItem;

/**
 * The first sound of an item goes out.
 *
 * @param header when and how, not null
 * @param player which player, not null
 * @param item what is heard, not null
 */
public record TrackStarted(EventHeader header, PlayerId player, QueueItem item) implements CoreEvent {

    public TrackStarted {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(player, "player");
        Objects.requireNonNull(item, "item");
    }

    @Override
    public String area() {
        return "playback";
    }
}

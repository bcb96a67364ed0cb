package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.playback.PlayerId;
import org.musicplatform.core.api.playback.PlayerStatus;

/**
 * A player came into another state: buffering, playing, paused and so on, {@code CLOSED} last.
 *
 * @param header when and how, not null
 * @param player which player, not null
 * @param status what it does, not null
 */
public record PlayerChanged(EventHeader header, PlayerId player, PlayerStatus status) implements CoreEvent {

    public PlayerChanged {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(player, "player");
        Objects.requireNonNull(status, "status");
    }

    @Override
    public String area() {
        return "playback";
    }
}

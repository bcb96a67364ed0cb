package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.sync.WatchStatus;

/**
 * A source is watched in another way than before: told once for each change, with what a person can do about it.
 *
 * @param header when and how, not null
 * @param status how it is watched now, not null
 */
public record WatchChanged(EventHeader header, WatchStatus status) implements CoreEvent {

    public WatchChanged {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(status, "status");
    }

    @Override
    public String area() {
        return "sync";
    }
}

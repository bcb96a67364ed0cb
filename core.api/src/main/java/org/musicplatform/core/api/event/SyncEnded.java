package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.sync.SyncStatus;

/**
 * An indexing job came to its one end: completed, failed, cancelled, or held for a decision.
 *
 * @param header when and how, not null
 * @param status its last state, not null
 */
public record SyncEnded(EventHeader header, SyncStatus status) implements CoreEvent {

    public SyncEnded {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(status, "status");
    }

    @Override
    public String area() {
        return "sync";
    }
}

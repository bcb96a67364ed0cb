package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.sync.SyncStatus;

/**
 * An indexing job went on. At most four a second.
 *
 * @param header when and how, not null
 * @param status where it is, not null
 */
public record SyncProgressed(EventHeader header, SyncStatus status) implements CoreEvent {

    public SyncProgressed {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(status, "status");
    }

    @Override
    public String area() {
        return "sync";
    }
}

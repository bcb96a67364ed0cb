package org.musicplatform.core.api.event;

import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.library.TrackId;

/**
 * A transaction on the library was committed: one event for all its rows.
 *
 * @param header when and how, not null
 * @param revision number of the committed state, rising; a client that sees a gap asks again
 * @param added tracks that are new, not null
 * @param updated tracks that changed, not null
 * @param removed tracks that are gone or hidden, not null
 */
public record LibraryChanged(
        EventHeader header, long revision, List<TrackId> added, List<TrackId> updated, List<TrackId> removed)
        implements CoreEvent {

    public LibraryChanged {
        Objects.requireNonNull(header, "header");
        added = List.copyOf(added);
        updated = List.copyOf(updated);
        removed = List.copyOf(removed);
    }

    @Override
    public String area() {
        return "library";
    }
}

package org.musicplatform.core.api.event;

import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.library.PlaylistId;

/**
 * A transaction on playlists, or on what is in them, was committed: one event for all.
 *
 * @param header when and how, not null
 * @param changed playlists that are new, or whose name, rules, entries or counts changed, not null
 * @param removed playlists that are gone, not null
 * @param affected smart playlists that may hold something else now since tracks changed, not null
 */
public record PlaylistsChanged(
        EventHeader header, List<PlaylistId> changed, List<PlaylistId> removed, List<PlaylistId> affected)
        implements CoreEvent {

    public PlaylistsChanged {
        Objects.requireNonNull(header, "header");
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        affected = List.copyOf(affected);
    }

    @Override
    public String area() {
        return "library";
    }
}

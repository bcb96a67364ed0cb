package org.musicplatform.core.library;

import java.util.LinkedHashSet;
import java.util.Set;
import org.musicplatform.core.api.library.TrackId;

/** What one transaction changed. Used by the writer thread. */
final class Changes {

    private final Set<Long> added = new LinkedHashSet<>();
    private final Set<Long> updated = new LinkedHashSet<>();
    private final Set<Long> removed = new LinkedHashSet<>();
    private final Set<Long> albums = new LinkedHashSet<>();

    void added(long track) {
        removed.remove(track);
        added.add(track);
    }

    void updated(long track) {
        if (!added.contains(track)) {
            updated.add(track);
        }
    }

    void removed(long track) {
        updated.remove(track);
        if (!added.remove(track)) {
            removed.add(track);
        }
    }

    /** Notes an album whose tracks changed: what is derived from them is made anew before the commit. */
    void album(Long album) {
        if (album != null) {
            albums.add(album);
        }
    }

    Set<Long> albums() {
        return albums;
    }

    boolean isEmpty() {
        return added.isEmpty() && updated.isEmpty() && removed.isEmpty();
    }

    java.util.List<TrackId> addedIds() {
        return ids(added);
    }

    java.util.List<TrackId> updatedIds() {
        return ids(updated);
    }

    java.util.List<TrackId> removedIds() {
        return ids(removed);
    }

    void clear() {
        added.clear();
        updated.clear();
        removed.clear();
        albums.clear();
    }

    private static java.util.List<TrackId> ids(Set<Long> values) {
        return values.stream().map(TrackId::new).toList();
    }
}

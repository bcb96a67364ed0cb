package org.musicplatform.core.library.writer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.library.TrackId;

/** What one transaction changed. Used by the writer thread. */
public final class Changes {

    private final List<Runnable> undo = new ArrayList<>(); // since the mark, newest last
    private final Set<Long> added = new LinkedHashSet<>();
    private final Set<Long> updated = new LinkedHashSet<>();
    private final Set<Long> removed = new LinkedHashSet<>();
    private final Set<Long> albums = new LinkedHashSet<>();

    /** Remembers this moment. */
    public void mark() {
        undo.clear();
    }

    /** Forgets what was noted since the mark: it was undone. */
    public void backToMark() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            undo.get(i).run();
        }
        undo.clear();
    }

    private boolean put(Set<Long> set, long value) {
        boolean changed = set.add(value);
        if (changed) {
            undo.add(() -> set.remove(value));
        }
        return changed;
    }

    private boolean take(Set<Long> set, long value) {
        boolean changed = set.remove(value);
        if (changed) {
            undo.add(() -> set.add(value));
        }
        return changed;
    }

    public void added(long track) {
        take(removed, track);
        put(added, track);
    }

    public void updated(long track) {
        if (!added.contains(track)) {
            put(updated, track);
        }
    }

    public void removed(long track) {
        take(updated, track);
        if (!take(added, track)) {
            put(removed, track);
        }
    }

    /** Notes an album whose tracks changed: what is derived from them is made anew before the commit. */
    public void album(Long album) {
        if (album != null) {
            put(albums, album);
        }
    }

    public Set<Long> albums() {
        return albums;
    }

    public boolean isEmpty() {
        return added.isEmpty() && updated.isEmpty() && removed.isEmpty();
    }

    public List<TrackId> addedIds() {
        return ids(added);
    }

    public List<TrackId> updatedIds() {
        return ids(updated);
    }

    public List<TrackId> removedIds() {
        return ids(removed);
    }

    public void clear() {
        undo.clear();
        added.clear();
        updated.clear();
        removed.clear();
        albums.clear();
    }

    private static List<TrackId> ids(Set<Long> values) {
        return values.stream().map(TrackId::new).toList();
    }
}

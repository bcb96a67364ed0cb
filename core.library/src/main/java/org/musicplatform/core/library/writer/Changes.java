package org.musicplatform.core.library.writer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.library.TrackId;

/** What one transaction changed. Used by the writer thread. */
public final class Changes {

    private final List<Runnable> undo = new ArrayList<>(); // since the mark, newest last
    private boolean marked;
    private final Set<Long> added = new LinkedHashSet<>();
    private final Set<Long> updated = new LinkedHashSet<>();
    private final Set<Long> removed = new LinkedHashSet<>();
    private final Set<Long> albums = new LinkedHashSet<>();
    private final Set<Long> playlists = new LinkedHashSet<>();
    private final Set<Long> entries = new LinkedHashSet<>();
    private final Set<Long> removedPlaylists = new LinkedHashSet<>();

    /** Remembers this moment. */
    void mark() {
        undo.clear();
        marked = true;
    }

    /** Forgets the mark: what was noted since stays. */
    void keep() {
        undo.clear();
        marked = false;
    }

    /** Forgets what was noted since the mark: it was undone. */
    void backToMark() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            undo.get(i).run();
        }
        keep();
    }

    private boolean put(Set<Long> set, long value) {
        boolean changed = set.add(value);
        if (changed && marked) {
            undo.add(() -> set.remove(value));
        }
        return changed;
    }

    private boolean take(Set<Long> set, long value) {
        boolean changed = set.remove(value);
        if (changed && marked) {
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

    /** Notes a playlist that is new, or of which something changed that is not counted. */
    public void playlist(long playlist) {
        put(playlists, playlist);
    }

    /** Notes a playlist whose entries changed: they are counted anew before the commit. */
    public void entries(long playlist) {
        put(playlists, playlist);
        put(entries, playlist);
    }

    public void removedPlaylist(long playlist) {
        take(playlists, playlist);
        take(entries, playlist);
        put(removedPlaylists, playlist);
    }

    List<Long> takeEntries() {
        var taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }

    Set<Long> playlists() {
        return playlists;
    }

    Set<Long> removedPlaylists() {
        return removedPlaylists;
    }

    List<Long> takeAlbums() {
        var taken = List.copyOf(albums);
        albums.clear();
        return taken;
    }

    boolean isEmpty() {
        return added.isEmpty() && updated.isEmpty() && removed.isEmpty();
    }

    Set<Long> added() {
        return added;
    }

    Set<Long> updated() {
        return updated;
    }

    Set<Long> removed() {
        return removed;
    }

    void clear() {
        keep();
        added.clear();
        updated.clear();
        removed.clear();
        albums.clear();
        playlists.clear();
        entries.clear();
        removedPlaylists.clear();
    }

    static List<TrackId> ids(Set<Long> values) {
        return values.stream().map(TrackId::new).toList();
    }
}

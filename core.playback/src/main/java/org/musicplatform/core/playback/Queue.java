package org.musicplatform.core.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.playback.PlayQueue;
import org.musicplatform.core.api.playback.QueueItem;
import org.musicplatform.core.api.source.FileRef;

/** The queue of a player. */
final class Queue implements PlayQueue {

    private final Supplier<LibraryService> library;

    private final List<QueueItem> items = new ArrayList<>(); // guarded by this
    private long lastId; // guarded by this
    private QueueItem current; // guarded by this; may have been taken out
    private int gap; // guarded by this; where the current one was taken out

    Queue(Supplier<LibraryService> library) {
        this.library = library;
    }

    @Override
    public synchronized List<QueueItem> items() {
        return List.copyOf(items);
    }

    @Override
    public synchronized int current() {
        int at = current == null ? -1 : indexOf(current.id());
        if (at >= 0 || items.isEmpty()) {
            return at;
        }
        return current == null ? 0 : Math.min(gap, items.size() - 1);
    }

    @Override
    public CompletableFuture<List<QueueItem>> add(List<TrackId> tracks) {
        var asked = library.get();
        if (asked == null) {
            return CompletableFuture.failedFuture(new CapabilityMissingException(
                    Capability.LIBRARY, "Install or start org.musicplatform.core.library."));
        }
        var found = tracks.stream().map(asked::track).toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
                .thenApply(all -> append(found.stream()
                        .map(CompletableFuture::join)
                        .map(TrackDetails::track)
                        .toList()));
    }

    private synchronized List<QueueItem> append(List<Track> tracks) {
        var added = tracks.stream()
                .map(t -> new QueueItem(++lastId, t.id(), null, t.title(), t.artist(), t.duration()))
                .toList();
        items.addAll(added);
        return added;
    }

    @Override
    public synchronized List<QueueItem> addFiles(List<FileRef> files) {
        var added = files.stream()
                .map(f -> new QueueItem(++lastId, null, f, f.name(), null, null))
                .toList();
        items.addAll(added);
        return added;
    }

    @Override
    public synchronized boolean remove(long itemId) {
        int at = indexOf(itemId);
        if (at < 0) {
            return false;
        }
        items.remove(at);
        if (current != null && current.id() == itemId) {
            gap = at;
        } else if (at < gap) {
            gap--;
        }
        return true;
    }

    @Override
    public synchronized boolean move(long itemId, int index) {
        int at = indexOf(itemId);
        if (at < 0) {
            return false;
        }
        var item = items.remove(at);
        items.add(Math.min(Math.max(0, index), items.size()), item);
        return true;
    }

    @Override
    public synchronized void clear() {
        items.clear();
        gap = 0;
    }

    /** Takes notice of what is heard. */
    synchronized void current(QueueItem item) {
        current = item;
    }

    /** Returns the item at a place, null when there is none. */
    synchronized QueueItem at(int index) {
        return index < 0 || index >= items.size() ? null : items.get(index);
    }

    /** Returns the item a number of places behind another, null when there is none. */
    synchronized QueueItem beside(QueueItem item, int places) {
        int at = indexOf(item.id());
        if (at < 0) {
            // it was taken out: the next one has slid into its place
            return at(places > 0 ? gap + places - 1 : gap + places);
        }
        return at(at + places);
    }

    private int indexOf(long itemId) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id() == itemId) {
                return i;
            }
        }
        return -1;
    }
}

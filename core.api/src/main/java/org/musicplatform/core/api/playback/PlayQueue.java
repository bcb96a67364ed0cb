package org.musicplatform.core.api.playback;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.source.FileRef;
import org.osgi.annotation.versioning.ProviderType;

/** What a player plays, in order. Thread-safe; changing it while it plays is what it is for. */
@ProviderType
public interface PlayQueue {

    /**
     * Lists the items.
     *
     * @return a snapshot, never null
     */
    List<QueueItem> items();

    /**
     * Tells which item is played, or will be first.
     *
     * @return its place, from 0; -1 when the queue is empty
     */
    int current();

    /**
     * Appends tracks of the library.
     *
     * @param tracks which, in order, not null
     * @return the new items; fails with {@link org.musicplatform.core.api.library.LibraryException} when the library
     *     does not know one, and then appends none
     */
    CompletableFuture<List<QueueItem>> add(List<TrackId> tracks);

    /**
     * Appends files that need not be in the library.
     *
     * @param files which, in order, not null
     * @return the new items
     */
    List<QueueItem> addFiles(List<FileRef> files);

    /**
     * Takes an item out. The one that is played is played to its end.
     *
     * @param itemId the item's {@link QueueItem#id() id}
     * @return whether it was there
     */
    boolean remove(long itemId);

    /**
     * Moves an item.
     *
     * @param itemId the item's {@link QueueItem#id() id}
     * @param index its new place, from 0; beyond the end means the end
     * @return whether it was there
     */
    boolean move(long itemId, int index);

    /** Takes all items out. The one that is played is played to its end. */
    void clear();
}

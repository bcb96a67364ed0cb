package org.musicplatform.core.testkit.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.WatchingSession;

/** A session on a folder of a {@link FakeStorageProvider}. */
class FakeSession implements StorageSession {

    private final FakeStorageProvider fake;
    private final FakeTree tree;
    private final FakeFaults faults;
    private final String root;
    private boolean closed; // guarded by this

    FakeSession(FakeStorageProvider fake, String location) {
        this.fake = fake;
        this.tree = fake.tree;
        this.faults = fake.faults;
        this.root = location + "/";
    }

    /** A session that can also list folders and watch. */
    static final class Full extends FakeSession implements FolderSession, WatchingSession {

        Full(FakeStorageProvider fake, String location) {
            super(fake, location);
        }

        @Override
        public Listing listFolder(String folderId) {
            return folder(folderId, false);
        }

        @Override
        public Listing listBelow(String folderId) {
            return folder(folderId, true);
        }

        @Override
        public Watch watch() {
            return watchChanges();
        }
    }

    private void checkOpen() {
        faults.check();
        synchronized (this) {
            if (closed) {
                throw new SourceException(SourceException.UNAVAILABLE, "The session is closed");
            }
        }
    }

    private boolean hasStableIds() {
        return fake.traits().can(SourceCapability.STABLE_IDS);
    }

    private String id(FakeTree.Item item) {
        return hasStableIds() ? "i" + item.key() : item.path().substring(root.length());
    }

    private String folderId(String path) {
        if (path.length() < root.length()) {
            return "";
        }
        return hasStableIds() ? "d" + tree.folderKey(path) + "/" : path.substring(root.length()) + "/";
    }

    /** Returns the path of a folder with a slash at its end, or null. */
    private String folderPath(String id) {
        if (id.isEmpty()) {
            return root;
        }
        if (!hasStableIds()) {
            return id.endsWith("/") ? root + id : null;
        }
        String path = id.matches("d\\d+/") ? tree.folderOf(Long.parseLong(id.substring(1, id.length() - 1))) : null;
        return path == null ? null : path + "/";
    }

    private SourceItem item(FakeTree.Item item) {
        String path = item.path().substring(root.length());
        int slash = path.lastIndexOf('/');
        return SourceItem.file(
                id(item), path.substring(slash + 1), slash < 0 ? "" : path.substring(0, slash), item.version());
    }

    private SourceItem folderItem(String path) {
        String shown = path.substring(root.length());
        int slash = shown.lastIndexOf('/');
        return new SourceItem(
                folderId(path),
                shown.substring(slash + 1),
                slash < 0 ? "" : shown.substring(0, slash),
                SourceItem.Kind.FOLDER,
                ItemVersion.UNKNOWN,
                null);
    }

    private List<SourceItem> files(String prefix) {
        List<SourceItem> items = new ArrayList<>();
        for (FakeTree.Item item : tree.below(prefix)) {
            if (!faults.skips(id(item))) {
                items.add(item(item));
            }
        }
        Long seed = fake.seed();
        if (seed != null) {
            Collections.shuffle(items, new Random(seed));
        }
        return items;
    }

    private Listing listing(List<SourceItem> items, Listing.End end, boolean isDelta) {
        return new FakeListing(faults, this::checkOpen, items, end, isDelta);
    }

    @Override
    public SourceTraits traits(SourceTraits declared) {
        checkOpen();
        return fake.traitsHere();
    }

    @Override
    public String identity() {
        checkOpen();
        return fake.identity();
    }

    @Override
    public Listing list() {
        fake.listings.incrementAndGet();
        checkOpen();
        // first: what changes while it is listed is told again by the list of changes
        String cursor = "c" + tree.sequence();
        return listing(files(root), new Listing.End(cursor, faults.skipped()), false);
    }

    @Override
    public Listing changes(String cursor) {
        fake.deltas.incrementAndGet();
        checkOpen();
        if (!cursor.matches("c\\d{1,18}") || !tree.reachesBackTo(Long.parseLong(cursor.substring(1)))) {
            throw new SourceException(SourceException.CURSOR_EXPIRED, "The list of changes does not reach back so far");
        }
        String now = "c" + tree.sequence();
        List<SourceItem> items = new ArrayList<>();
        long since = Long.parseLong(cursor.substring(1));
        for (FakeTree.Item changed : tree.changedAfter(since, root, !hasStableIds())) {
            var there = hasStableIds() ? tree.byKey(changed.key()) : tree.one(changed.path());
            boolean isHere = there != null && there.path().startsWith(root);
            items.add(isHere ? item(there) : SourceItem.removed(id(changed)));
        }
        return listing(items, new Listing.End(now, List.of()), true);
    }

    Listing folder(String folderId, boolean below) {
        fake.folderListings.incrementAndGet();
        checkOpen();
        String prefix = folderPath(folderId);
        if (prefix == null || !prefix.startsWith(root) || !tree.isFolder(prefix.substring(0, prefix.length() - 1))) {
            throw new SourceException(SourceException.NOT_FOUND, "There is no folder " + folderId + ".");
        }
        List<SourceItem> items = files(prefix);
        if (!below) {
            String shown = prefix.substring(root.length());
            items.removeIf(item -> item.path().indexOf('/', shown.length()) >= 0);
            tree.foldersIn(prefix).forEach(path -> items.add(folderItem(path)));
        }
        return listing(items, new Listing.End(null, faults.skipped()), false);
    }

    Watch watchChanges() {
        checkOpen();
        return fake.watch(happening -> {
            List<Watch.Place> places = new ArrayList<>();
            String path = happening.path();
            if (!(path + "/").startsWith(root)) {
                return places;
            }
            if (happening.isFolder()) {
                boolean fromHere = happening.from() != null && happening.from().startsWith(root);
                places.add(new Watch.Place(
                        folderId(path), true, fromHere && !hasStableIds() ? folderId(happening.from()) : null));
            }
            if (path.length() > root.length()) {
                places.add(Watch.Place.folder(folderId(path.substring(0, path.lastIndexOf('/')))));
            }
            return places;
        });
    }

    @Override
    public InputStream read(String itemId, long offset, long length) throws IOException {
        fake.reads.incrementAndGet();
        checkOpen();
        var item = hasStableIds()
                ? itemId.matches("i\\d{1,18}") ? tree.byKey(Long.parseLong(itemId.substring(1))) : null
                : tree.one(root + itemId);
        if (item == null || !item.path().startsWith(root)) {
            throw new SourceException(
                    SourceException.NOT_FOUND, "There is no file " + itemId + ". Index the source again.");
        }
        Gate gate;
        Integer drop;
        synchronized (faults) {
            gate = faults.readGate;
            var fault = faults.failingReads.get(item.path());
            if (fault != null) {
                throw fault;
            }
            drop = faults.dropsAfter.remove(item.path());
        }
        faults.delay(gate);
        checkOpen();
        int from = (int) Math.min(offset, item.content().length);
        int count = (int) Math.min(length, item.content().length - from);
        fake.openStreams.incrementAndGet();
        return new FakeStream(
                item.content(),
                from,
                count,
                drop == null ? Integer.MAX_VALUE : drop,
                faults::check,
                fake.openStreams::decrementAndGet);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        fake.openSessions.decrementAndGet();
    }
}

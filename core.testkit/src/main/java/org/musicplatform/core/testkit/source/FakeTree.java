package org.musicplatform.core.testkit.source;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.musicplatform.core.api.source.ItemVersion;

/** The files of a {@link FakeStorageProvider} and the history of their changes. Thread-safe. */
final class FakeTree {

    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

    /**
     * A file.
     *
     * @param key tells it from all others as long as it lives, wherever it is moved
     */
    record Item(long key, String path, byte[] content, ItemVersion version) {

        private Item at(String other) {
            return new Item(key, other, content, version);
        }
    }

    /** What happened, for those who watch; {@code from} only of a folder that was moved. */
    record Happening(String path, boolean isFolder, String from) {}

    private record Change(long sequence, Item item) {}

    private final TreeMap<String, List<Item>> items = new TreeMap<>(); // guarded by this, as all below
    private final TreeSet<String> folders = new TreeSet<>();
    private final Map<String, Long> folderKeys = new HashMap<>();
    private final Map<String, Item> removed = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Consumer<Happening>> watchers = new ArrayList<>();
    private String hash = "";
    private long keys;
    private long sequence;
    private long oldestCursor;

    synchronized void hash(String algorithm) {
        hash = algorithm;
    }

    synchronized void folder(String path) {
        folders.add(path);
        tell(path, true, null);
    }

    synchronized void put(String path, byte[] content, boolean besideOthers) {
        var there = items.computeIfAbsent(path, none -> new ArrayList<>());
        long key = there.isEmpty() || besideOthers ? ++keys : there.get(0).key();
        sequence++;
        var version = new ItemVersion(
                content.length, EPOCH.plusSeconds(sequence), "e" + sequence, hash.isEmpty() ? null : hashOf(content));
        var item = new Item(key, path, content.clone(), version);
        there.removeIf(old -> old.key() == key);
        there.add(item);
        changed(item);
    }

    private String hashOf(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance(hash).digest(content);
            return hash + ":" + String.format("%0" + digest.length * 2 + "x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("there is no hash " + hash, e);
        }
    }

    private void changed(Item item) {
        changes.add(new Change(sequence, item));
        tell(item.path(), false, null);
    }

    private void tell(String path, boolean isFolder, String from) {
        watchers.forEach(watcher -> watcher.accept(new Happening(path, isFolder, from)));
    }

    /** Removes a file, or a folder with all in it. */
    synchronized void remove(String path) {
        var gone = at(path);
        if (gone.isEmpty() && !isFolder(path)) {
            throw new IllegalArgumentException("there is no " + path);
        }
        for (Item item : gone) {
            sequence++;
            take(item);
            removed.put(item.path(), item);
            changed(item);
        }
        if (gone.stream().noneMatch(item -> item.path().equals(path))) {
            folders.removeIf(folder -> folder.equals(path) || folder.startsWith(path + "/"));
            tell(path, true, null);
        }
    }

    private void take(Item item) {
        var there = items.get(item.path());
        there.remove(item);
        if (there.isEmpty()) {
            items.remove(item.path());
        }
    }

    /** Brings back what was removed last under a path, as it was. */
    synchronized void restore(String path) {
        var item = removed.remove(path);
        if (item == null) {
            throw new IllegalArgumentException("nothing was removed under " + path);
        }
        sequence++;
        items.computeIfAbsent(path, none -> new ArrayList<>()).add(item);
        changed(item);
    }

    /** Moves a file, or a folder with all in it. What lies at the new path already stays beside it, or is replaced. */
    synchronized void move(String from, String to, boolean besideOthers) {
        var moved = at(from);
        boolean isFolder = moved.stream().noneMatch(item -> item.path().equals(from));
        if (isFolder && !isFolder(from)) {
            throw new IllegalArgumentException("there is no " + from);
        }
        for (Item item : moved) {
            var there = item.at(to + item.path().substring(from.length()));
            take(item);
            sequence++;
            changes.add(new Change(sequence, item));
            if (!besideOthers) {
                items.remove(there.path());
            }
            items.computeIfAbsent(there.path(), none -> new ArrayList<>()).add(there);
            changes.add(new Change(++sequence, there));
            if (!isFolder) {
                tell(item.path(), false, null);
                tell(there.path(), false, null);
            }
        }
        if (isFolder) {
            moveFolder(from, to);
        }
    }

    private void moveFolder(String from, String to) {
        for (String folder : List.copyOf(folders)) {
            if (folder.equals(from) || folder.startsWith(from + "/")) {
                folders.remove(folder);
                folders.add(to + folder.substring(from.length()));
            }
        }
        for (String folder : List.copyOf(folderKeys.keySet())) {
            if (folder.equals(from) || folder.startsWith(from + "/")) {
                folderKeys.put(to + folder.substring(from.length()), folderKeys.remove(folder));
            }
        }
        tell(from, true, null);
        tell(to, true, from);
    }

    /** Returns the file of a path, or all files in a folder. */
    private List<Item> at(String path) {
        List<Item> found = new ArrayList<>(items.getOrDefault(path, List.of()));
        if (found.isEmpty()) {
            found.addAll(below(path + "/"));
        }
        return found;
    }

    /** Returns the files whose path begins with this, by path. */
    synchronized List<Item> below(String prefix) {
        return items.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    synchronized Item one(String path) {
        var there = items.get(path);
        return there == null ? null : there.get(there.size() - 1);
    }

    synchronized Item byKey(long key) {
        return items.values().stream()
                .flatMap(Collection::stream)
                .filter(item -> item.key() == key)
                .findFirst()
                .orElse(null);
    }

    synchronized boolean isFolder(String path) {
        return folders.contains(path) || !below(path + "/").isEmpty();
    }

    /** Returns the paths of the folders right in one. */
    synchronized Collection<String> foldersIn(String prefix) {
        var found = new TreeSet<String>();
        for (Item item : below(prefix)) {
            addFolder(found, prefix, item.path());
        }
        for (String folder : folders.tailSet(prefix)) {
            if (folder.startsWith(prefix)) {
                addFolder(found, prefix, folder + "/");
            }
        }
        return found;
    }

    private static void addFolder(TreeSet<String> found, String prefix, String path) {
        int slash = path.indexOf('/', prefix.length());
        if (slash > 0) {
            found.add(path.substring(0, slash));
        }
    }

    /** Returns a number that stays with a folder wherever it is moved. */
    synchronized long folderKey(String path) {
        return folderKeys.computeIfAbsent(path, none -> ++keys);
    }

    /** Returns the path of the folder with a number, or null. */
    synchronized String folderOf(long key) {
        return folderKeys.entrySet().stream()
                .filter(entry -> entry.getValue() == key)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    synchronized long sequence() {
        return sequence;
    }

    synchronized void expireCursors() {
        oldestCursor = ++sequence;
    }

    synchronized boolean reachesBackTo(long cursor) {
        return cursor >= oldestCursor;
    }

    /** Returns the files that changed after a point, each once, as they were when they changed last or went away. */
    synchronized Collection<Item> changedAfter(long cursor, String prefix, boolean byPath) {
        Map<Object, Item> last = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.sequence() > cursor && change.item().path().startsWith(prefix)) {
                last.put(byPath ? change.item().path() : (Object) change.item().key(), change.item());
            }
        }
        return last.values();
    }

    synchronized void watch(Consumer<Happening> watcher) {
        watchers.add(watcher);
    }

    synchronized void unwatch(Consumer<Happening> watcher) {
        watchers.remove(watcher);
    }
}

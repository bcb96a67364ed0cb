package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.library.intake.FolderRows.Place;
import org.musicplatform.core.library.writer.Writing;

/** Brings the rows of files in line with a page of a listing. Used by the writer thread. */
final class Observing {

    private static final int[] LOOKED_UP = {16, 128};

    private final long source;
    private final boolean reread;
    private final Seen seen;
    private final Claims claims;
    private final Set<String> first = new HashSet<>(); // folders that somebody looks at

    /** What became of an item. */
    enum Became {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    Observing(long source, boolean reread, Seen seen, Claims claims) {
        this.source = source;
        this.reread = reread;
        this.seen = seen;
        this.claims = claims;
    }

    /** Has the files of a folder come first. */
    void prioritise(String folder) {
        first.add(folder);
    }

    private int priority(SourceItem item, int otherwise) {
        return first.contains(item.folder()) ? Priority.JUST_IN_TIME : otherwise;
    }

    /** Returns how many became what. */
    int[] observe(Writing writing, List<SourceItem> items) throws SQLException {
        var counts = new int[Became.values().length];
        var byPlace = new LinkedHashMap<String, List<SourceItem>>();
        String prefix = null;
        List<SourceItem> neighbours = null;
        for (SourceItem item : items) {
            if (item.kind() == SourceItem.Kind.REMOVED) {
                seen.removed().add(item.id());
            } else if (item.kind() == SourceItem.Kind.FILE) {
                if (!seen.removed().isEmpty()) {
                    seen.removed().remove(item.id());
                }
                if (prefix == null || !FileRow.isIn(prefix, item.id())) { // most come folder by folder
                    prefix = FileRow.prefixOf(item.id());
                    neighbours = byPlace.computeIfAbsent(prefix, place -> new ArrayList<>());
                }
                neighbours.add(item);
            }
        }
        var again = new ArrayList<Unchanged.Listed>();
        for (var entry : byPlace.entrySet()) {
            var place = writing.folders().place(source, entry.getKey());
            if (place.isNew() || reread) {
                observeAll(writing, place, entry.getValue(), counts);
            } else {
                entry.getValue().forEach(item -> again.add(new Unchanged.Listed(place, item)));
            }
        }
        if (!again.isEmpty()) { // of a first look nothing is: what is gathered need not be written for it
            observeAgain(writing, again, counts);
        }
        return counts;
    }

    /** Looks closer at what is not as its row says. */
    private void observeAgain(Writing writing, List<Unchanged.Listed> listed, int[] counts) throws SQLException {
        var unchanged = Unchanged.among(writing, source, listed, seen);
        counts[Became.UNCHANGED.ordinal()] += unchanged.cardinality();
        var rest = new ArrayList<SourceItem>();
        for (int i = 0; i < listed.size(); i++) {
            var place = listed.get(i).place();
            if (!unchanged.get(i)) {
                rest.add(listed.get(i).item());
            }
            boolean last = i + 1 == listed.size() || listed.get(i + 1).place() != place;
            if (last && !rest.isEmpty()) {
                observeAll(writing, place, rest, counts);
                rest.clear();
            }
        }
    }

    private void observeAll(Writing writing, Place place, List<SourceItem> items, int[] counts) throws SQLException {
        int most = LOOKED_UP[LOOKED_UP.length - 1];
        for (int from = 0; from < items.size(); from += most) {
            observe(writing, place, items.subList(from, Math.min(items.size(), from + most)), counts);
        }
    }

    private void observe(Writing writing, Place place, List<SourceItem> items, int[] counts) throws SQLException {
        var known = place.isNew() ? new HashMap<String, List<FileRow>>() : known(writing, place, items);
        var met = new HashSet<String>();
        for (SourceItem item : items) {
            var files = known;
            if (!met.add(item.id())) { // a page may name a file twice
                files = known(writing, place, List.of(item));
            }
            counts[observe(writing, place, item, files.get(item.id())).ordinal()]++;
        }
    }

    /** Looks many items up at once: a statement each costs more than the look itself. */
    private static Map<String, List<FileRow>> known(Writing writing, Place place, List<SourceItem> items)
            throws SQLException {
        writing.settle();
        int size = items.size() == 1 ? 1 : items.size() <= LOOKED_UP[0] ? LOOKED_UP[0] : LOOKED_UP[1];
        var values = new Object[1 + size]; // what is left empty matches nothing
        values[0] = place.id();
        for (int i = 0; i < items.size(); i++) {
            values[1 + i] = place.leaf(items.get(i).id());
        }
        var known = new HashMap<String, List<FileRow>>();
        var found = writing.sql()
                .list(
                        "SELECT " + FileRow.COLUMNS + FileRow.FROM + "WHERE f.place_id = ? AND f.leaf IN (?"
                                + ", ?".repeat(size - 1) + ")",
                        FileRow::of,
                        values);
        for (FileRow file : found) {
            known.computeIfAbsent(file.itemId(), id -> new ArrayList<>(1)).add(file);
        }
        return known;
    }

    private Became observe(Writing writing, Place place, SourceItem item, List<FileRow> files) throws SQLException {
        if (files == null) {
            var folder = writing.folders().folder(source, item.folder());
            seen.added(writing.files().make(source, folder, place, item, priority(item, Priority.NEW)));
            return Became.ADDED;
        }
        // several when a sheet cuts the file into clips: the first stands for all in the queue
        files.sort(Comparator.comparingLong(FileRow::clipStart));
        for (FileRow clip : files.subList(1, files.size())) {
            seen.met(clip.id());
            follow(writing, clip, item);
        }
        seen.met(files.get(0).id());
        return compare(writing, files.get(0), item);
    }

    /** A clip behind the first: of another content the reading of the first tells what becomes of it. */
    private static void follow(Writing writing, FileRow clip, SourceItem item) throws SQLException {
        writing.files().rename(clip, item);
        if (clip.version().sameContentAs(item.version()) && wasRead(clip)) {
            writing.files().queue(clip, item.version(), Priority.NEW);
            writing.files().comeBack(clip, item, clip.prior());
        }
    }

    private static boolean wasRead(FileRow missing) {
        return missing.state() == FileState.MISSING && missing.prior() != null && missing.prior() != FileState.QUEUED;
    }

    private Became compare(Writing writing, FileRow file, SourceItem item) throws SQLException {
        var files = writing.files();
        boolean same = file.version().sameContentAs(item.version());
        files.rename(file, item);
        if (file.state() == FileState.MISSING) {
            queue(writing, file, item, priority(item, Priority.NEW));
            files.comeBack(file, item, same && wasRead(file) ? file.prior() : FileState.QUEUED);
            return Became.ADDED;
        }
        if (file.state() == FileState.QUEUED) {
            if (!same) {
                queue(writing, file, item, file.priority());
            }
            return file.track() == null ? Became.ADDED : Became.CHANGED;
        }
        if (!same) {
            queue(writing, file, item, priority(item, Priority.CHANGED));
            return Became.CHANGED;
        }
        if (reread) {
            queue(writing, file, item, Priority.AGAIN);
        } else if (!file.version().equals(item.version())) {
            files.writeVersion(file, item.version());
        }
        return Became.UNCHANGED;
    }

    private void queue(Writing writing, FileRow file, SourceItem item, int priority) throws SQLException {
        writing.files().queue(file, item.version(), priority);
        claims.changed(file.id());
    }
}

package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Bulk;
import org.musicplatform.core.library.database.RowIds;
import org.musicplatform.core.library.track.AlbumGrouping;
import org.musicplatform.core.library.writer.Counters.Counter;
import org.musicplatform.core.library.writer.Recent;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** The rows of folders, with all that are above them, and of places in sources. Used by the writer thread. */
public final class FolderRows {

    /** Far more than are gathered and not written yet: each of those is remembered. */
    private static final int REMEMBERED = 4_096;

    private final Writing writing;
    private final RowIds ids;
    private final RowIds placeIds;
    private final Bulk rows;
    private final Bulk placeRows;
    private final Recent<Key, Folder> folders = new Recent<>(REMEMBERED);
    private final Recent<Key, Place> places = new Recent<>(REMEMBERED);

    public FolderRows(Writing writing) {
        this.writing = writing;
        this.ids = new RowIds(writing.sql(), "folder");
        this.placeIds = new RowIds(writing.sql(), "place");
        this.rows = Bulk.insert(writing.sql(), "folder", "id, source_id, parent_id, path, name, sort");
        this.placeRows = Bulk.insert(writing.sql(), "place", "id, source_id, prefix");
    }

    private record Key(long source, String text) {}

    /**
     * A folder.
     *
     * @param above the one that it is in, null for the root of a source
     */
    public record Folder(long id, String path, Folder above) {}

    /**
     * What the ids of files in one place begin with.
     *
     * @param isNew whether it was made in this transaction: no file can be in it yet
     */
    record Place(long id, String prefix, boolean isNew) {

        /** Returns what is behind that in the id of a file here. */
        String leaf(String itemId) {
            return itemId.substring(prefix.length());
        }
    }

    /** Finds or makes a folder, with all above it. */
    public Folder folder(long source, String path) throws SQLException {
        var key = new Key(source, path);
        var known = folders.get(key);
        if (known != null) {
            return known;
        }
        var above = path.isEmpty() ? null : folder(source, path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        Long id = writing.sql()
                .first("SELECT id FROM folder WHERE source_id = ? AND path = ?", row -> row.getLong(1), source, path);
        var folder = new Folder(id != null ? id : make(source, path, above), path, above);
        folders.put(key, folder);
        return folder;
    }

    private long make(long source, String path, Folder above) throws SQLException {
        long id = ids.next();
        String name = path.substring(path.lastIndexOf('/') + 1);
        rows.add(id, source, above == null ? null : above.id(), path, name, TextFolding.sortKey(name));
        if (above != null) {
            writing.index().newFolder(id, name);
        }
        return id;
    }

    /** Returns the folder by which the discs of one album are together. */
    public long albumFolder(long source, String path) throws SQLException {
        return folder(source, AlbumGrouping.albumFolder(path)).id();
    }

    /** Counts files that come to a folder, or with a number below 0 leave it. */
    public void count(Folder folder, int files) {
        for (var each = folder; each != null; each = each.above()) {
            writing.counters().add(Counter.FOLDER_FILES, each.id(), files);
        }
    }

    /** Finds or makes the place of files. */
    Place place(long source, String prefix) throws SQLException {
        var key = new Key(source, prefix);
        var known = places.get(key);
        if (known != null) {
            return known;
        }
        Long id = writing.sql()
                .first(
                        "SELECT id FROM place WHERE source_id = ? AND prefix = ?",
                        row -> row.getLong(1),
                        source,
                        prefix);
        boolean isNew = id == null;
        long found = isNew ? placeIds.next() : id;
        if (isNew) {
            writing.sql().update("INSERT INTO place (id, source_id, prefix) VALUES (?, ?, ?)", found, source, prefix);
        }
        places.put(key, new Place(found, prefix, false));
        return new Place(found, prefix, isNew);
    }

    public void flush() throws SQLException {
        rows.flush();
        placeRows.flush();
    }

    public void forget() {
        rows.clear();
        placeRows.clear();
        folders.clear();
        places.clear();
        ids.forget();
        placeIds.forget();
    }
}

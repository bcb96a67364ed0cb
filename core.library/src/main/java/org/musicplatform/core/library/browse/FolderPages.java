package org.musicplatform.core.library.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.browse.Segment.Place;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileStates;
import org.musicplatform.core.library.listener.AnnotationRows;

/** Folders, and what is in them. */
public final class FolderPages {

    private static final Condition FILES_THERE = Condition.of("d.files > 0");

    private static final String FOLDER = "SELECT d.id, d.parent_id, d.source_id, d.path,"
            + " CASE WHEN d.parent_id IS NULL THEN s.name ELSE d.name END,"
            + " (SELECT count(*) FROM folder b INDEXED BY folder_parent WHERE b.parent_id = d.id AND b.files > 0),"
            + " d.files FROM ";
    private static final String SOURCE = " CROSS JOIN source s ON s.id = d.source_id ";

    private static final String FILE_NAME = "coalesce(f.name, f.leaf)";

    private FolderPages() {}

    private static Folder folder(ResultSet row) throws SQLException {
        Long parent = Sql.longOrNull(row, 2);
        return new Folder(
                new FolderId(row.getLong(1)),
                parent == null ? null : new FolderId(parent),
                new SourceId(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getInt(7));
    }

    public static Folder folder(Sql sql, FolderId id) throws SQLException {
        var folder = sql.first(FOLDER + "folder d" + SOURCE + "WHERE d.id = ?", FolderPages::folder, id.value());
        if (folder == null) {
            throw Errors.notFound("folder " + id);
        }
        return folder;
    }

    public static Folder folder(Sql sql, SourceId source, String path) throws SQLException {
        var folder = sql.first(
                FOLDER + "folder d" + SOURCE + "WHERE d.source_id = ? AND d.path = ?",
                FolderPages::folder,
                source.value(),
                path);
        if (folder == null) {
            throw Errors.notFound("folder " + path + " of source " + source);
        }
        return folder;
    }

    public static Page<Folder> folders(Sql sql, FolderId parent, PageRequest page) throws SQLException {
        if (parent != null) {
            folder(sql, parent);
        }
        var cursors = new Cursors('d', parent);
        var segments = List.of(subfolders(parent));
        var found = new OrderedIds(sql, Listing.all(Kind.FOLDER, FILES_THERE), segments)
                .find(cursors.after(page, segments), page.limit() + 1);
        return cursors.page(found, page, ids -> folders(sql, ids));
    }

    private static Segment subfolders(FolderId parent) {
        var where =
                parent == null ? Condition.of("d.parent_id IS NULL") : Condition.of("d.parent_id = ?", parent.value());
        return Segment.of(Kind.FOLDER, Kind.FOLDER.by("folder_parent"), where, List.of("d.sort"), false);
    }

    private static List<Folder> folders(Sql sql, List<Long> ids) throws SQLException {
        return Rows.byIds(sql, FOLDER + Rows.ids(Kind.FOLDER) + SOURCE, ids, 1, FolderPages::folder);
    }

    public static Page<FolderEntry> entries(Sql sql, FolderId id, PageRequest page) throws SQLException {
        folder(sql, id);
        var cursors = new Cursors('f', id);
        var subfolders = subfolders(id);
        // sorted for each page: a folder has few files, and their names are in no index
        var files = Segment.of(
                Kind.FILE,
                Kind.FILE.by("file_folder"),
                Condition.of("f.folder_id = ?", id.value()),
                List.of(FILE_NAME + " COLLATE NOCASE", "f.clip_start"),
                false);
        var after = cursors.after(page, List.of(subfolders, files));
        int wanted = page.limit() + 1;
        var found = new ArrayList<Found>();
        if (after == null || after.segment() == 0) {
            var ids = new OrderedIds(sql, Listing.all(Kind.FOLDER, FILES_THERE), List.of(subfolders));
            found.addAll(ids.find(after, wanted));
        }
        int folders = found.size();
        if (found.size() < wanted) {
            var within = after == null || after.segment() == 0 ? null : new Place(0, after.keys(), after.id());
            var ids = new OrderedIds(sql, Listing.all(Kind.FILE, new FileConditions("f").there()), List.of(files));
            for (Found row : ids.find(within, wanted - folders)) {
                found.add(new Found(row.id(), new Place(1, row.place().keys(), row.id())));
            }
        }
        return cursors.page(found, page, ids -> entries(sql, ids, folders));
    }

    private static List<FolderEntry> entries(Sql sql, List<Long> ids, int folders) throws SQLException {
        int first = Math.min(folders, ids.size());
        var entries = new ArrayList<FolderEntry>();
        folders(sql, ids.subList(0, first)).forEach(folder -> entries.add(new FolderEntry(folder, null)));
        files(sql, ids.subList(first, ids.size())).forEach(file -> entries.add(new FolderEntry(null, file)));
        return entries;
    }

    private static List<FolderEntry.File> files(Sql sql, List<Long> ids) throws SQLException {
        int at = Rows.TRACK_LENGTH;
        return Rows.byIds(
                sql,
                "SELECT " + Rows.TRACK + ", f.id, " + FILE_NAME + ", f.size, f.state, f.reason FROM "
                        + Rows.ids(Kind.FILE) + " LEFT JOIN track t ON t.id = f.track_id" + Rows.OF_TRACK,
                ids,
                at + 1,
                row -> new FolderEntry.File(
                        new FileId(row.getLong(at + 1)),
                        row.getString(at + 2),
                        row.getLong(at + 3),
                        FileStates.of(row.getInt(at + 4)),
                        Objects.requireNonNullElse(row.getString(at + 5), ""),
                        row.getLong(1) == 0 ? null : Rows.track(row)),
                AnnotationRows.LISTENER);
    }
}

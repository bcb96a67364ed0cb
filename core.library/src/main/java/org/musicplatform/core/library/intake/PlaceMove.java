package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** Moves all places and folders of one source into another; a write for each of these, and one for all files. */
final class PlaceMove {

    private final Writing writing;
    private final long from;
    private final long to;

    PlaceMove(Writing writing, long from, long to) {
        this.writing = writing;
        this.from = from;
        this.to = to;
    }

    private record Text(long id, String text) {}

    private static List<Text> all(Sql sql, String statement, long source) throws SQLException {
        return sql.list(statement, row -> new Text(row.getLong(1), row.getString(2)), source);
    }

    void movePlaces(String idPrefix) throws SQLException {
        var sql = writing.sql();
        for (Text place : all(sql, "SELECT id, prefix FROM place WHERE source_id = ?", from)) {
            var target = writing.folders().place(to, idPrefix + place.text());
            sql.update("UPDATE file SET place_id = ?, source_id = ? WHERE place_id = ?", target.id(), to, place.id());
            sql.update("DELETE FROM place WHERE id = ?", place.id());
        }
    }

    void moveFolders(String folderPrefix) throws SQLException {
        var sql = writing.sql();
        // those below first: they refer to those above
        for (Text folder :
                all(sql, "SELECT id, path FROM folder WHERE source_id = ? ORDER BY length(path) DESC", from)) {
            String path = folderPrefix.isEmpty() || folder.text().isEmpty()
                    ? folderPrefix + folder.text()
                    : folderPrefix + "/" + folder.text();
            var target = writing.folders().folder(to, path);
            long files = sql.number("SELECT count(*) FROM file WHERE folder_id = ? AND state <> 4", folder.id());
            sql.update("UPDATE file SET folder_id = ? WHERE folder_id = ?", target.id(), folder.id());
            sql.update("UPDATE companion SET folder_id = ? WHERE folder_id = ?", target.id(), folder.id());
            sql.update("UPDATE OR IGNORE album_folder SET folder_id = ? WHERE folder_id = ?", target.id(), folder.id());
            writing.folders().count(target, (int) files);
            writing.index().removeFolder(folder.id());
            sql.update("DELETE FROM folder WHERE id = ?", folder.id());
        }
    }

    /**
     * Gives a folder another place in its source, with all below it.
     *
     * @param fromPrefix what the ids below it began with
     * @param toPrefix what they begin with now
     * @param shown the path of the folder to show
     * @param seen told of all files that went with it
     * @return how many these are
     */
    int moveFolder(String fromPrefix, String toPrefix, String shown, Seen seen) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        int moved = 0;
        var places = sql.list(
                "SELECT id, prefix FROM place WHERE source_id = ? AND prefix >= ? AND prefix < ?",
                row -> new Text(row.getLong(1), row.getString(2)),
                from,
                fromPrefix,
                fromPrefix + Character.toString(Character.MAX_CODE_POINT));
        for (Text place : places) {
            String below = place.text().substring(fromPrefix.length());
            var target = writing.folders().place(to, toPrefix + below);
            for (FileRow file : filesIn(sql, place.id())) {
                if (isTaken(sql, target.id(), file)) {
                    continue; // the listing finds both, and tells which one is left
                }
                var folder = writing.folders().folder(to, shown(shown, below, file.folder()));
                sql.update(
                        "UPDATE file SET place_id = ?, folder_id = ?, bound = ? WHERE id = ?",
                        target.id(),
                        folder.id(),
                        file.bound().whenMoved().code(),
                        file.id());
                if (file.state() != FileState.MISSING) {
                    writing.folders().count(writing.folders().folder(from, file.folder()), -1);
                    writing.folders().count(folder, 1);
                }
                if (file.track() != null) {
                    writing.changes().updated(file.track());
                }
                seen.met(file.id());
                moved++;
            }
        }
        return moved;
    }

    private static List<FileRow> filesIn(Sql sql, long place) throws SQLException {
        return sql.list("SELECT " + FileRow.COLUMNS + FileRow.FROM + "WHERE f.place_id = ?", FileRow::of, place);
    }

    private static boolean isTaken(Sql sql, long place, FileRow file) throws SQLException {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM file f WHERE f.place_id = ? AND (f.leaf, f.clip_start) ="
                                + " (SELECT g.leaf, g.clip_start FROM file g WHERE g.id = ?))",
                        place,
                        file.id())
                > 0;
    }

    /** The folder to show keeps its last names: as many as there are below the folder that moved. */
    private static String shown(String moved, String below, String before) {
        var path = new StringBuilder(moved);
        String[] names = before.split("/");
        int deep = (int) below.chars().filter(c -> c == '/').count();
        for (int i = Math.max(0, names.length - deep); i < names.length; i++) {
            path.append(path.isEmpty() ? "" : "/").append(names[i]);
        }
        return path.toString();
    }
}

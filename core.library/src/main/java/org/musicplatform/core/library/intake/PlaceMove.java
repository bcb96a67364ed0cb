package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.List;
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
        for (Text folder : all(sql, "SELECT id, path FROM folder WHERE source_id = ? ORDER BY length(path) DESC", from)) {
            String path = folderPrefix.isEmpty() || folder.text().isEmpty()
                    ? folderPrefix + folder.text()
                    : folderPrefix + "/" + folder.text();
            var target = writing.folders().folder(to, path);
            long files = sql.number("SELECT count(*) FROM file WHERE folder_id = ? AND state <> 4", folder.id());
            sql.update("UPDATE file SET folder_id = ? WHERE folder_id = ?", target.id(), folder.id());
            sql.update("UPDATE companion SET folder_id = ? WHERE folder_id = ?", target.id(), folder.id());
            sql.update(
                    "UPDATE OR IGNORE album_folder SET folder_id = ? WHERE folder_id = ?", target.id(), folder.id());
            writing.folders().count(target, (int) files);
            writing.index().removeFolder(folder.id());
            sql.update("DELETE FROM folder WHERE id = ?", folder.id());
        }
    }
}

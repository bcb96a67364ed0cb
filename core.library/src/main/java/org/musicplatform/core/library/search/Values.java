package org.musicplatform.core.library.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.browse.Rows;
import org.musicplatform.core.library.database.Sql;

/** Rows that were found, in the order in which they were found. */
final class Values {

    static final String ALBUM = "SELECT " + Rows.ALBUM + " FROM album a WHERE a.id";
    static final String ARTIST = "SELECT " + Rows.ARTIST + " FROM artist r WHERE r.id";
    static final String GENRE = "SELECT id, name, tracks FROM genre WHERE id";
    static final String FOLDER = "SELECT f.id, f.parent_id, f.source_id, f.path, f.name, f.files, (SELECT count(*)"
            + " FROM folder b WHERE b.parent_id = f.id AND b.files > 0) AS folders FROM folder f WHERE f.id";

    private Values() {}

    static List<Track> tracks(Sql sql, List<Long> ids) throws SQLException {
        return inOrder(sql, "SELECT " + Rows.TRACK + Rows.TRACK_FROM + "WHERE t.id", Rows::track, ids);
    }

    /**
     * Asks for the rows of ids.
     *
     * @param select up to the column of the id, by which the rows are chosen; has it as {@code id}
     */
    static <T> List<T> inOrder(Sql sql, String select, Sql.Mapper<T> mapper, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, T> byId = new HashMap<>();
        sql.list(
                select + " IN (SELECT value FROM json_each(?))",
                row -> byId.put(row.getLong("id"), mapper.map(row)),
                ids.toString());
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    static Genre genre(ResultSet row) throws SQLException {
        return new Genre(row.getString("name"), row.getInt("tracks"));
    }

    static Folder folder(ResultSet row) throws SQLException {
        Long parent = Sql.longOrNull(row, "parent_id");
        return new Folder(
                new FolderId(row.getLong("id")),
                parent == null ? null : new FolderId(parent),
                new SourceId(row.getLong("source_id")),
                row.getString("path"),
                row.getString("name"),
                row.getInt("folders"),
                row.getInt("files"));
    }
}

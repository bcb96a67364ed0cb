package org.musicplatform.core.library.playlist;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** How many entries playlists have, how many of them wait, and how long they play: kept in the row of each. */
public final class PlaylistCounters {

    private static final String COUNTED =
            "(SELECT count(*), coalesce(sum(coalesce(t.duration_ms, e.duration_ms)), 0), count(*) - count(e.track_id)"
                    + " FROM playlist_entry e LEFT JOIN track t ON t.id = e.track_id WHERE e.playlist_id = p.id)";

    private PlaylistCounters() {}

    /** Counts a playlist anew. */
    public static void refresh(Sql sql, long playlist) throws SQLException {
        sql.update("UPDATE playlist AS p SET (entries, duration_ms, waiting) = " + COUNTED + " WHERE id = ?", playlist);
    }

    /** Has the playlists that a track is in counted anew: its length changed. */
    public static void lengthChanged(Writing writing, long track) throws SQLException {
        writing.sql()
                .list(
                        "SELECT DISTINCT playlist_id FROM playlist_entry WHERE track_id = ?",
                        row -> row.getLong(1),
                        track)
                .forEach(writing.changes()::entries);
    }

    /** Returns in words which playlists count wrong. */
    public static List<String> check(Sql sql) throws SQLException {
        return sql.list(
                "SELECT p.name FROM playlist p WHERE p.rules IS NULL AND (p.entries, p.duration_ms, p.waiting) IS NOT "
                        + COUNTED,
                row -> "The playlist " + row.getString(1) + " counts its entries wrong.");
    }
}

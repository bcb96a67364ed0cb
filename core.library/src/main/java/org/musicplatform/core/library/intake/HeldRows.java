package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.ingest.LibraryWriter.Held;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.writer.Writing;

/** What a look at a source did not find, while that waits for a decision. */
public final class HeldRows {

    private HeldRows() {}

    static void hold(Sql sql, long source, List<TrackMatcher.Known> files) throws SQLException {
        sql.update("DELETE FROM held WHERE source_id = ?", source);
        for (TrackMatcher.Known file : files) {
            sql.update(
                    "INSERT INTO held (source_id, file_id) VALUES (?, ?)",
                    source,
                    file.file().id());
        }
    }

    static void forget(Sql sql, long source) throws SQLException {
        sql.update("DELETE FROM held WHERE source_id = ?", source);
        sql.update("UPDATE source SET held_identity = NULL WHERE id = ?", source);
    }

    private static boolean isHeld(Sql sql, SourceId source) throws SQLException {
        return sql.number(
                        "SELECT count(*) FROM source WHERE id = ? AND state = ?",
                        source.value(),
                        SourceState.HELD.name())
                > 0;
    }

    public static Held held(Sql sql, SourceId source, int limit) throws SQLException {
        if (!isHeld(sql, source)) {
            return null;
        }
        String from = " FROM held h CROSS JOIN file f ON f.id = h.file_id CROSS JOIN folder d ON d.id = f.folder_id"
                + " WHERE h.source_id = ? AND f.state <> 4";
        long count = sql.number("SELECT count(*)" + from, source.value());
        var paths = sql.list(
                "SELECT d.path, coalesce(f.name, f.leaf)" + from + " ORDER BY 1, 2 LIMIT ?",
                row -> row.getString(1).isEmpty() ? row.getString(2) : row.getString(1) + "/" + row.getString(2),
                source.value(),
                limit);
        return new Held(count, paths);
    }

    /** Settles what is held; returns how many files are marked missing, -1 when the source is not held. */
    public static long settle(Writing writing, SourceId source, boolean gone) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        if (!isHeld(sql, source)) {
            return -1;
        }
        long missing = 0;
        if (gone) {
            var files = sql.list(
                    TrackMatcher.Known.QUERY + "WHERE f.id IN (SELECT file_id FROM held WHERE source_id = ?)"
                            + " AND f.state <> 4",
                    TrackMatcher.Known::of,
                    source.value());
            for (TrackMatcher.Known file : files) {
                writing.files().lose(file.file());
                TrackMatcher.joinTwin(writing, file);
            }
            missing = files.size();
            sql.update("UPDATE source SET identity = coalesce(held_identity, identity) WHERE id = ?", source.value());
        }
        forget(sql, source.value());
        sql.update("UPDATE source SET state = ?, reason = '' WHERE id = ?", SourceState.READY.name(), source.value());
        return missing;
    }
}

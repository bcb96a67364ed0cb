package org.musicplatform.core.library.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** The rows of sources. */
public final class SourceRows {
    private SourceRows() {}

    public static SourceAccount add(Writing writing, String provider, String location, String name)
            throws SQLException {
        var sql = writing.sql();
        var known = sql.first(
                "SELECT id, provider, location, name FROM source WHERE provider = ? AND location = ?",
                SourceRows::account,
                provider,
                location);
        if (known != null) {
            return known;
        }
        long id = sql.insert(
                "INSERT INTO source (provider, location, name, state, reason) VALUES (?, ?, ?, 'NEW', '')",
                provider,
                location,
                name);
        return new SourceAccount(new SourceId(id), provider, location, name);
    }

    public static SourceAccount find(Sql sql, SourceId id) throws SQLException {
        var source = sql.first(
                "SELECT id, provider, location, name FROM source WHERE id = ?", SourceRows::account, id.value());
        if (source == null) {
            throw Errors.notFound("source " + id);
        }
        return source;
    }

    public static List<SourceStatus> all(Sql sql) throws SQLException {
        return sql.list(
                "SELECT s.*, (SELECT count(*) FROM file f WHERE f.source_id = s.id AND f.state <> 'MISSING') AS files,"
                        + " (SELECT count(*) FROM file f WHERE f.source_id = s.id AND f.state = 'MISSING') AS missing,"
                        + " (SELECT count(*) FROM file f WHERE f.source_id = s.id AND f.state = 'FAILED') AS failed"
                        + " FROM source s ORDER BY s.id",
                row -> {
                    Long last = Sql.longOrNull(row, "last_sync");
                    return new SourceStatus(
                            account(row),
                            SourceState.valueOf(row.getString("state")),
                            row.getString("reason"),
                            row.getLong("files"),
                            row.getLong("missing"),
                            row.getLong("failed"),
                            last == null ? null : Instant.ofEpochMilli(last));
                });
    }

    public static boolean forget(Writing writing, SourceId source) throws SQLException {
        var sql = writing.sql();
        var tracks = sql.list(
                "SELECT DISTINCT track_id FROM file WHERE source_id = ?", row -> row.getLong(1), source.value());
        sql.update("DELETE FROM file WHERE source_id = ?", source.value());
        for (long track : tracks) {
            if (!writing.tracks().removeIfOrphan(track)) {
                writing.changes().updated(track);
            }
        }
        sql.update("DELETE FROM album_folder WHERE source_id = ?", source.value());
        sql.update("DELETE FROM companion WHERE source_id = ?", source.value());
        return sql.update("DELETE FROM source WHERE id = ?", source.value()) > 0;
    }

    public static Void absorb(Writing writing, SourceId inner, SourceId outer, String idPrefix, String folderPrefix)
            throws SQLException {
        var sql = writing.sql();
        find(sql, inner);
        find(sql, outer);
        // the same file in both: the inner row has the longer history
        var doubles = sql.list(
                "SELECT o.id, o.track_id, i.track_id FROM file i JOIN file o ON o.source_id = ?"
                        + " AND o.item_id = ? || i.item_id WHERE i.source_id = ?",
                row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
                outer.value(),
                idPrefix,
                inner.value());
        for (long[] file : doubles) {
            sql.update("DELETE FROM file WHERE id = ?", file[0]);
            writing.tracks().replaceIfOrphan(file[1], file[2]);
        }
        sql.list("SELECT DISTINCT track_id FROM file WHERE source_id = ?", row -> row.getLong(1), inner.value())
                .forEach(writing.changes()::updated);
        String folder = "CASE WHEN ?1 = '' THEN folder WHEN folder = '' THEN ?1 ELSE ?1 || '/' || folder END";
        sql.update(
                "UPDATE file SET folder = " + folder + ", source_id = ?2, item_id = ?3 || item_id, lease = NULL"
                        + " WHERE source_id = ?4",
                folderPrefix,
                outer.value(),
                idPrefix,
                inner.value());
        sql.update(
                "UPDATE OR REPLACE album_folder SET folder = " + folder + ", source_id = ?2 WHERE source_id = ?3",
                folderPrefix,
                outer.value(),
                inner.value());
        sql.update(
                "UPDATE OR REPLACE companion SET folder = " + folder + ", source_id = ?2, item_id = ?3 || item_id"
                        + " WHERE source_id = ?4",
                folderPrefix,
                outer.value(),
                idPrefix,
                inner.value());
        sql.update("DELETE FROM source WHERE id = ?", inner.value());
        return null;
    }

    public static SourceAccount account(ResultSet row) throws SQLException {
        return new SourceAccount(
                new SourceId(row.getLong("id")),
                row.getString("provider"),
                row.getString("location"),
                row.getString("name"));
    }
}

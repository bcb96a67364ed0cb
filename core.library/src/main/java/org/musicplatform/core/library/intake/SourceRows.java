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
                "SELECT s.id, s.provider, s.location, s.name, s.state, s.reason, s.last_sync,"
                        + " coalesce((SELECT d.files FROM folder d WHERE d.source_id = s.id AND d.path = ''), 0) AS files,"
                        + " (SELECT count(*) FROM file f WHERE f.source_id = s.id AND f.state = 4) AS missing,"
                        + " (SELECT count(*) FROM file f WHERE f.source_id = s.id AND f.state = 3) AS failed"
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

    /** Counts the files of a source that wait to be read. */
    public static long queued(Sql sql, SourceId source) throws SQLException {
        return sql.number("SELECT count(*) FROM file WHERE source_id = ? AND state = 0", source.value());
    }

    public static boolean forget(Writing writing, SourceId source) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        long id = source.value();
        var tracks = sql.list(
                "SELECT DISTINCT track_id FROM file WHERE source_id = ? AND track_id IS NOT NULL",
                row -> row.getLong(1),
                id);
        sql.update("DELETE FROM file WHERE source_id = ?", id);
        for (long track : tracks) {
            if (!writing.tracks().removeIfOrphan(track)) {
                writing.changes().updated(track);
            }
        }
        HeldRows.forget(sql, id);
        LastLook.forget(sql, id);
        sql.update("DELETE FROM companion WHERE source_id = ?", id);
        sql.update("DELETE FROM place WHERE source_id = ?", id);
        for (long folder : sql.list("SELECT id FROM folder WHERE source_id = ?", row -> row.getLong(1), id)) {
            writing.index().removeFolder(folder);
        }
        sql.update("UPDATE folder SET parent_id = NULL WHERE source_id = ?", id);
        sql.update("DELETE FROM folder WHERE source_id = ?", id);
        writing.forgetCaches();
        return sql.update("DELETE FROM source WHERE id = ?", id) > 0;
    }

    /** Moves all files of one source into another around it, and forgets the one. */
    public static Void absorb(Writing writing, SourceId inner, SourceId outer, String idPrefix, String folderPrefix)
            throws SQLException {
        writing.settle();
        var sql = writing.sql();
        find(sql, inner);
        find(sql, outer);
        forgetDoubles(writing, inner, outer, idPrefix);
        sql.list(
                        "SELECT DISTINCT track_id FROM file WHERE source_id = ? AND track_id IS NOT NULL",
                        row -> row.getLong(1),
                        inner.value())
                .forEach(writing.changes()::updated);
        var from = new PlaceMove(writing, inner.value(), outer.value());
        from.movePlaces(idPrefix);
        from.moveFolders(folderPrefix);
        sql.update(
                "UPDATE OR REPLACE companion SET item_id = ? || item_id, source_id = ? WHERE source_id = ?",
                idPrefix,
                outer.value(),
                inner.value());
        LastLook.forget(sql, inner.value());
        writing.forgetCaches();
        sql.update("DELETE FROM source WHERE id = ?", inner.value());
        return null;
    }

    /** The same file in both: the inner row has the longer history. */
    private static void forgetDoubles(Writing writing, SourceId inner, SourceId outer, String idPrefix)
            throws SQLException {
        var doubles = writing.sql()
                .list(
                        "SELECT o.id, i.track_id FROM file i CROSS JOIN place ip ON ip.id = i.place_id"
                                + " CROSS JOIN place op ON op.source_id = ? AND op.prefix = ? || ip.prefix"
                                + " CROSS JOIN file o ON o.place_id = op.id AND o.leaf = i.leaf WHERE i.source_id = ?",
                        row -> new Long[] {row.getLong(1), Sql.longOrNull(row, 2)},
                        outer.value(),
                        idPrefix,
                        inner.value());
        for (Long[] file : doubles) {
            var row = ClipRows.find(writing.sql(), file[0]);
            if (row == null) {
                continue;
            }
            writing.files().delete(row);
            if (row.track() != null && file[1] != null) {
                writing.tracks().replaceIfOrphan(row.track(), file[1]);
            } else if (row.track() != null) {
                writing.tracks().removeIfOrphan(row.track());
            }
        }
    }

    public static SourceAccount account(ResultSet row) throws SQLException {
        return new SourceAccount(
                new SourceId(row.getLong("id")),
                row.getString("provider"),
                row.getString("location"),
                row.getString("name"));
    }
}

package org.musicplatform.core.library.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a library go on where another one ended: revisions rise, every track counts as changed, those that are gone are
 * told, and no id is given out again. Clients that slept thus catch up.
 */
final class Revisions {

    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);
    /** More than a library changes between a backup and its end. */
    private static final long LEAP = 1L << 20;

    private static final int IDS_AT_ONCE = 10_000;

    private Revisions() {}

    /**
     * @param before the other one, which may be damaged or not there
     * @param sql to write the one that follows
     */
    static void carryOn(Path before, Sql sql) throws SQLException {
        sql.begin();
        try {
            long own = sql.number("SELECT value FROM meta WHERE name = 'revision'");
            long last = own + LEAP;
            try (var old = Files.exists(before) ? Salvage.open(before) : null) {
                if (old != null) {
                    last = Math.max(own, old.number("SELECT value FROM meta WHERE name = 'revision'"));
                    followIds(old, sql);
                    tellGone(old, sql);
                }
            } catch (SQLException e) {
                LOG.warn("Not all is known of the library before: {}", e.getMessage());
                last = Math.max(last, own + LEAP);
            }
            sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('revision', ?)", last + 1);
            sql.update("UPDATE track SET revision = ?", last + 1);
            sql.update("UPDATE gone SET revision = ?", last + 1);
            sql.commit();
        } catch (SQLException e) {
            sql.rollback();
            throw e;
        }
    }

    private record Highest(String table, long id) {}

    private static void followIds(Sql old, Sql sql) throws SQLException {
        for (var one : old.list(
                "SELECT name, seq FROM sqlite_sequence", row -> new Highest(row.getString(1), row.getLong(2)))) {
            sql.update("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", one.id(), one.table());
            sql.update(
                    "INSERT INTO sqlite_sequence (name, seq) SELECT name, ? FROM sqlite_schema"
                            + " WHERE type = 'table' AND name = ? AND name NOT IN (SELECT name FROM sqlite_sequence)",
                    one.id(),
                    one.table());
        }
    }

    private static void tellGone(Sql old, Sql sql) throws SQLException {
        for (long from = 0; from >= 0; ) {
            List<Long> ids = old.list(
                    "SELECT id FROM track WHERE id > ? ORDER BY id LIMIT " + IDS_AT_ONCE, row -> row.getLong(1), from);
            sql.update(
                    "INSERT OR REPLACE INTO gone (track_id, revision) SELECT value, 0 FROM json_each(?)"
                            + " WHERE value NOT IN (SELECT id FROM track)",
                    ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
            from = ids.isEmpty() ? -1 : ids.get(ids.size() - 1);
        }
    }
}

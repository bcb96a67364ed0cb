package org.musicplatform.core.library.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncProgress;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.library.database.Sql;

/** The rows of indexing jobs: the latest of them. */
public final class JobRows {

    private static final int KEPT = 1_000;
    private static final String COLUMNS = "id, sources, state, percent, listed, files, done, added, updated, unchanged,"
            + " missing, failed, started, elapsed_ms, reason";

    private JobRows() {}

    public static Void note(Sql sql, SyncStatus status) throws SQLException {
        var counts = status.counts();
        sql.update(
                "INSERT OR REPLACE INTO job (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                status.job().value(),
                status.sources().stream()
                        .map(source -> String.valueOf(source.value()))
                        .collect(Collectors.joining(" ")),
                status.state().name(),
                status.progress().percent(),
                status.listed() ? 1 : 0,
                counts.files(),
                counts.done(),
                counts.added(),
                counts.updated(),
                counts.unchanged(),
                counts.missing(),
                counts.failed(),
                status.started().toEpochMilli(),
                status.elapsed().toMillis(),
                status.reason());
        sql.update("DELETE FROM job WHERE id <= (SELECT max(id) FROM job) - ?", KEPT);
        return null;
    }

    public static List<SyncStatus> latest(Sql sql, int limit) throws SQLException {
        return sql.list("SELECT " + COLUMNS + " FROM job ORDER BY id DESC LIMIT ?", JobRows::status, limit);
    }

    /** Has jobs that ran when the library was closed last be told as what they are: interrupted. */
    public static Void interruptRunning(Sql sql) throws SQLException {
        for (SyncStatus status : sql.list("SELECT " + COLUMNS + " FROM job", JobRows::status)) {
            if (!status.state().isEnd()) {
                note(sql, status.interrupted());
            }
        }
        return null;
    }

    private static SyncStatus status(ResultSet row) throws SQLException {
        String sources = row.getString(2);
        return new SyncStatus(
                new SyncJobId(row.getLong(1)),
                sources.isEmpty()
                        ? List.of()
                        : Arrays.stream(sources.split(" "))
                                .map(id -> new SourceId(Long.parseLong(id)))
                                .toList(),
                SyncState.valueOf(row.getString(3)),
                new SyncProgress("", row.getInt(4), 0, null, row.getInt(5) != 0),
                new SyncCounts(
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12)),
                Instant.ofEpochMilli(row.getLong(13)),
                Duration.ofMillis(row.getLong(14)),
                row.getString(15));
    }
}

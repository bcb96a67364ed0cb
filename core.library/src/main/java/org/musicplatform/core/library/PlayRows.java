package org.musicplatform.core.library;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Play;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.support.CursorCodec;

/** The log of what was heard. Rows are only added. */
final class PlayRows {

    private static final long ENOUGH_MILLIS = 240_000;
    private static final String CURSOR = "heard";

    private PlayRows() {}

    static Void note(Writing writing, TrackId track, Instant started, Duration heard) throws SQLException {
        var sql = writing.sql();
        Long length = sql.first(
                "SELECT coalesce(duration_ms, 0) FROM track WHERE id = ?", row -> row.getLong(1), track.value());
        if (length == null) {
            return null;
        }
        long millis = heard.toMillis();
        boolean counted = millis >= ENOUGH_MILLIS || length > 0 && millis * 2 >= length;
        sql.insert(
                "INSERT INTO play (listener_id, track_id, started, heard_ms, counted) VALUES (?, ?, ?, ?, ?)",
                AnnotationRows.LISTENER,
                track.value(),
                started.toEpochMilli(),
                millis,
                counted ? 1 : 0);
        if (counted) {
            sql.update(
                    "INSERT INTO annotation (listener_id, track_id, plays, last_played, changed) VALUES (?, ?, 1, ?, ?)"
                            + " ON CONFLICT (listener_id, track_id) DO UPDATE SET plays = plays + 1,"
                            + " last_played = max(coalesce(last_played, 0), excluded.last_played)",
                    AnnotationRows.LISTENER,
                    track.value(),
                    started.toEpochMilli(),
                    writing.now());
        }
        writing.changes().updated(track.value());
        return null;
    }

    static Page<Play> history(Sql sql, PageRequest page) throws SQLException {
        long before = Long.MAX_VALUE;
        long beforeId = Long.MAX_VALUE;
        if (page.after() != null) {
            String[] key = key(page.after());
            before = Long.parseLong(key[1]);
            beforeId = Long.parseLong(key[2]);
        }
        var cursors = new ArrayList<String>();
        var plays = sql.list(
                "SELECT p.id AS play_id, p.started, p.heard_ms, p.counted, " + Rows.TRACK + Rows.TRACK_FROM
                        + "JOIN play p ON p.track_id = t.id WHERE p.listener_id = ? AND (p.started, p.id) < (?, ?)"
                        + " ORDER BY p.started DESC, p.id DESC LIMIT ?",
                row -> {
                    cursors.add(CursorCodec.encode(CURSOR + " " + row.getLong("started"), row.getLong("play_id")));
                    return new Play(
                            Rows.track(row),
                            Instant.ofEpochMilli(row.getLong("started")),
                            Duration.ofMillis(row.getLong("heard_ms")),
                            row.getInt("counted") != 0);
                },
                AnnotationRows.LISTENER,
                before,
                beforeId,
                page.limit() + 1);
        return plays.size() > page.limit()
                ? new Page<>(plays.subList(0, page.limit()), cursors.get(page.limit() - 1))
                : new Page<>(plays, null);
    }

    private static String[] key(String cursor) {
        try {
            var position = CursorCodec.decode(cursor);
            if (position.key().matches(CURSOR + " -?\\d{1,18}")) {
                return (position.key() + " " + position.id()).split(" ");
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Errors.badCursor();
    }
}

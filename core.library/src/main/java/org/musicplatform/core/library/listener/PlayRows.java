package org.musicplatform.core.library.listener;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Play;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.browse.Rows;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** The log of what was heard. Rows are only added. */
public final class PlayRows {

    private static final long ENOUGH_MILLIS = 240_000;
    private static final char LIST = 'h';

    private PlayRows() {}

    public static Void note(Writing writing, ListenerId listener, TrackId track, Instant started, Duration heard)
            throws SQLException {
        var sql = writing.sql();
        long who = ListenerRows.id(sql, listener);
        Long length = sql.first(
                "SELECT coalesce(duration_ms, 0) FROM track WHERE id = ?", row -> row.getLong(1), track.value());
        if (length == null) {
            return null;
        }
        long millis = heard.toMillis();
        boolean counted = millis >= ENOUGH_MILLIS || length > 0 && millis * 2 >= length;
        sql.insert(
                "INSERT INTO play (listener_id, track_id, started, heard_ms, counted) VALUES (?, ?, ?, ?, ?)",
                who,
                track.value(),
                started.toEpochMilli(),
                millis,
                counted ? 1 : 0);
        if (counted) {
            sql.update(
                    "INSERT INTO annotation (listener_id, track_id, plays, last_played, changed) VALUES (?, ?, 1, ?, ?)"
                            + " ON CONFLICT (listener_id, track_id) DO UPDATE SET plays = plays + 1,"
                            + " last_played = max(coalesce(last_played, 0), excluded.last_played)",
                    who,
                    track.value(),
                    started.toEpochMilli(),
                    writing.now());
        }
        writing.changes().updated(track.value());
        return null;
    }

    public static Page<Play> history(Sql sql, ListenerId listener, PageRequest page) throws SQLException {
        var after = Keyed.after(page, LIST);
        var plays = sql.list(
                "SELECT " + Rows.TRACK + ", p.id, p.started, p.heard_ms, p.counted" + Rows.TRACK_FROM
                        + "JOIN play p ON p.track_id = t.id WHERE p.listener_id = ? AND (p.started, p.id) < (?, ?)"
                        + " ORDER BY p.started DESC, p.id DESC LIMIT ?",
                row -> {
                    int at = Rows.TRACK_LENGTH;
                    long started = row.getLong(at + 2);
                    var play = new Play(
                            Rows.track(row),
                            Instant.ofEpochMilli(started),
                            Duration.ofMillis(row.getLong(at + 3)),
                            row.getInt(at + 4) != 0);
                    return new Keyed<>(play, String.valueOf(started), row.getLong(at + 1));
                },
                ListenerRows.id(sql, listener),
                after == null ? Long.MAX_VALUE : Keyed.number(after),
                after == null ? Long.MAX_VALUE : after.id(),
                page.limit() + 1);
        return Keyed.page(plays, LIST, page);
    }
}

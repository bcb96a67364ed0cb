package org.musicplatform.core.library.listener;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** What persons said of tracks. */
public final class AnnotationRows {

    /** Whoever uses the library while there is only one. */
    public static final int LISTENER = 1;

    /** What {@link #of} reads, from a row that {@link #JOIN} adds to a track. */
    public static final String COLUMNS = "an.rating, an.favourite, an.plays, an.last_played";

    public static final int LENGTH = 4;

    /** Followed by whose row it is. */
    public static final String JOIN = " LEFT JOIN annotation an ON an.track_id = t.id AND an.listener_id ";

    private AnnotationRows() {}

    /** Reads an annotation from a row in which it begins with a column. */
    public static Annotation of(ResultSet row, int first) throws SQLException {
        Long last = Sql.longOrNull(row, first + 3);
        // zeros where there is no row
        return new Annotation(
                row.getInt(first),
                row.getInt(first + 1) != 0,
                row.getInt(first + 2),
                last == null ? null : Instant.ofEpochMilli(last));
    }

    public static Annotation rate(Writing writing, ListenerId listener, TrackId track, int rating) throws SQLException {
        return put(writing, listener, track, "rating", rating);
    }

    public static Annotation favourite(Writing writing, ListenerId listener, TrackId track, boolean favourite)
            throws SQLException {
        return put(writing, listener, track, "favourite", favourite ? 1 : 0);
    }

    private static Annotation put(Writing writing, ListenerId listener, TrackId track, String column, int value)
            throws SQLException {
        var sql = writing.sql();
        long who = ListenerRows.id(sql, listener);
        if (sql.number("SELECT count(*) FROM track WHERE id = ?", track.value()) == 0) {
            throw Errors.notFound("track " + track);
        }
        sql.update(
                "INSERT INTO annotation (listener_id, track_id, " + column + ", changed) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (listener_id, track_id) DO UPDATE SET " + column + " = excluded." + column
                        + ", changed = excluded.changed",
                who,
                track.value(),
                value,
                writing.now());
        writing.changes().updated(track.value());
        return sql.first(
                "SELECT rating, favourite, plays, last_played FROM annotation WHERE listener_id = ? AND track_id = ?",
                row -> of(row, 1),
                who,
                track.value());
    }

    /** Tells whether a track has to be kept for what was said of it, or for a playlist. */
    public static boolean keeps(Sql sql, long track) throws SQLException {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM annotation WHERE track_id = ?1 AND (rating > 0 OR favourite = 1))"
                                + " OR EXISTS (SELECT 1 FROM playlist_entry WHERE track_id = ?1)"
                                + " OR EXISTS (SELECT 1 FROM play WHERE track_id = ?1)"
                                + " OR EXISTS (SELECT 1 FROM override WHERE track_id = ?1 AND origin = 2)"
                                + " OR EXISTS (SELECT 1 FROM lyrics WHERE track_id = ?1 AND origin = 'user')"
                                + " OR EXISTS (SELECT 1 FROM artwork_use WHERE subject = 0 AND subject_id = ?1"
                                + " AND origin = 'user')",
                        track)
                > 0;
    }

    /** Gives all that was said of a track to another; what was said of that one goes before it. */
    public static void give(Sql sql, long from, long to) throws SQLException {
        sql.update("UPDATE playlist_entry SET track_id = ? WHERE track_id = ?", to, from);
        sql.update("UPDATE play SET track_id = ? WHERE track_id = ?", to, from);
        sql.update(
                "UPDATE annotation SET rating = CASE WHEN annotation.rating > 0 THEN annotation.rating ELSE f.rating END,"
                        + " favourite = max(annotation.favourite, f.favourite), changed = max(annotation.changed, f.changed)"
                        + " FROM (SELECT listener_id, rating, favourite, changed FROM annotation WHERE track_id = ?) f"
                        + " WHERE annotation.track_id = ? AND f.listener_id = annotation.listener_id",
                from,
                to);
        sql.update("UPDATE OR IGNORE annotation SET track_id = ? WHERE track_id = ?", to, from);
        countPlays(sql, to);
        forget(sql, from);
    }

    /** Brings how often a track was played in line with the log. */
    public static void countPlays(Sql sql, long track) throws SQLException {
        sql.update(
                "INSERT OR IGNORE INTO annotation (listener_id, track_id, changed)"
                        + " SELECT listener_id, track_id, max(started) FROM play WHERE track_id = ? AND counted = 1"
                        + " GROUP BY listener_id, track_id",
                track);
        sql.update(
                "UPDATE annotation SET (plays, last_played) = (SELECT count(*), max(started) FROM play p"
                        + " WHERE p.track_id = annotation.track_id AND p.listener_id = annotation.listener_id"
                        + " AND p.counted = 1) WHERE track_id = ?",
                track);
    }

    /** Forgets all that was said of a track; entries of playlists wait for one like it. */
    public static void forgetAll(Sql sql, long track) throws SQLException {
        sql.update("UPDATE playlist_entry SET track_id = NULL WHERE track_id = ?", track);
        sql.update("DELETE FROM play WHERE track_id = ?", track);
        sql.update("DELETE FROM override WHERE track_id = ?", track);
        sql.update("DELETE FROM lyrics WHERE track_id = ? AND origin = 'user'", track);
        sql.update("DELETE FROM artwork_use WHERE subject = 0 AND subject_id = ? AND origin = 'user'", track);
        forget(sql, track);
    }

    public static void forget(Sql sql, long track) throws SQLException {
        sql.update("DELETE FROM annotation WHERE track_id = ?", track);
    }
}

package org.musicplatform.core.library.playlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.PlaylistEntryId;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** The rows of playlists and their entries. */
public final class PlaylistRows {

    private static final char LIST = 'e';

    private static final String PLAYLIST =
            "SELECT p.id, p.name, p.changed, (SELECT count(*) FROM playlist_entry e WHERE e.playlist_id = p.id) AS entries,"
                    + " (SELECT coalesce(sum(coalesce(t.duration_ms, e.duration_ms)), 0) FROM playlist_entry e"
                    + " LEFT JOIN track t ON t.id = e.track_id WHERE e.playlist_id = p.id) AS duration_ms"
                    + " FROM playlist p ";

    private PlaylistRows() {}

    private static Playlist playlist(ResultSet row) throws SQLException {
        return new Playlist(
                new PlaylistId(row.getLong("id")),
                row.getString("name"),
                row.getInt("entries"),
                Errors.millis(Sql.longOrNull(row, "duration_ms")),
                Instant.ofEpochMilli(row.getLong("changed")));
    }

    public static List<Playlist> all(Sql sql) throws SQLException {
        return sql.list(
                PLAYLIST + "WHERE p.listener_id = ? ORDER BY p.sort, p.id",
                PlaylistRows::playlist,
                AnnotationRows.LISTENER);
    }

    public static Playlist find(Sql sql, PlaylistId id) throws SQLException {
        var found = sql.first(
                PLAYLIST + "WHERE p.listener_id = ? AND p.id = ?",
                PlaylistRows::playlist,
                AnnotationRows.LISTENER,
                id.value());
        if (found == null) {
            throw Errors.notFound("playlist " + id);
        }
        return found;
    }

    public static Playlist create(Writing writing, String name) throws SQLException {
        String key = freeName(writing.sql(), name, 0);
        long id = writing.sql()
                .insert(
                        "INSERT INTO playlist (listener_id, name, name_key, sort, created, changed)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        AnnotationRows.LISTENER,
                        name.strip(),
                        key,
                        TextFolding.sortKey(name),
                        writing.now(),
                        writing.now());
        return find(writing.sql(), new PlaylistId(id));
    }

    public static Playlist rename(Writing writing, PlaylistId id, String name) throws SQLException {
        find(writing.sql(), id);
        String key = freeName(writing.sql(), name, id.value());
        writing.sql()
                .update(
                        "UPDATE playlist SET name = ?, name_key = ?, sort = ?, changed = ? WHERE id = ?",
                        name.strip(),
                        key,
                        TextFolding.sortKey(name),
                        writing.now(),
                        id.value());
        return find(writing.sql(), id);
    }

    private static String freeName(Sql sql, String name, long but) throws SQLException {
        String key = TextFolding.key(name);
        boolean taken = sql.number(
                        "SELECT count(*) FROM playlist WHERE listener_id = ? AND name_key = ? AND id <> ?",
                        AnnotationRows.LISTENER,
                        key,
                        but)
                > 0;
        if (taken) {
            throw new LibraryException(
                    LibraryException.NAME_TAKEN,
                    false,
                    "There is a playlist " + name.strip() + " already. Choose another name.",
                    null);
        }
        return key;
    }

    public static Playlist delete(Writing writing, PlaylistId id) throws SQLException {
        var sql = writing.sql();
        var playlist = find(sql, id);
        var tracks = sql.list(
                "SELECT DISTINCT track_id FROM playlist_entry WHERE playlist_id = ? AND track_id IS NOT NULL",
                row -> row.getLong(1),
                id.value());
        sql.update("DELETE FROM playlist_entry WHERE playlist_id = ?", id.value());
        sql.update("DELETE FROM playlist WHERE id = ?", id.value());
        for (long track : tracks) {
            writing.tracks().removeIfOrphan(track);
        }
        return playlist;
    }

    public static Page<PlaylistEntry> entries(Sql sql, PlaylistId id, PageRequest page) throws SQLException {
        find(sql, id);
        String key = String.valueOf(id.value()); // a playlist takes its own cursors only
        var after = Keyed.after(page, LIST);
        if (after != null && !after.key().equals(key)) {
            throw Errors.badCursor();
        }
        var rows = sql.list(
                "SELECT e.id, e.position, e.track_id, e.location, t.visible, coalesce(t.title, e.title) AS title,"
                        + " coalesce(t.artist, e.artist) AS artist, coalesce(al.title, e.album) AS album,"
                        + " coalesce(t.duration_ms, e.duration_ms) AS duration_ms FROM playlist_entry e"
                        + " LEFT JOIN track t ON t.id = e.track_id LEFT JOIN album al ON al.id = t.album_id"
                        + " WHERE e.playlist_id = ? AND e.position > ? ORDER BY e.position LIMIT ?",
                row -> new Keyed<>(entry(row), key, row.getLong("position")),
                id.value(),
                after == null ? Long.MIN_VALUE : after.id(),
                page.limit() + 1);
        return Keyed.page(rows, LIST, page);
    }

    private static PlaylistEntry entry(ResultSet row) throws SQLException {
        Long track = Sql.longOrNull(row, "track_id");
        return new PlaylistEntry(
                new PlaylistEntryId(row.getLong("id")),
                track == null ? null : new TrackId(track),
                row.getInt("visible") != 0,
                row.getString("title"),
                row.getString("artist"),
                row.getString("album"),
                Errors.millis(Sql.longOrNull(row, "duration_ms")),
                row.getString("location"));
    }

    public static List<PlaylistEntryId> add(
            Writing writing, PlaylistId id, List<TrackId> tracks, PlaylistEntryId before) throws SQLException {
        var sql = writing.sql();
        find(sql, id);
        for (TrackId track : tracks) {
            if (sql.number("SELECT count(*) FROM track WHERE id = ?", track.value()) == 0) {
                throw Errors.notFound("track " + track);
            }
        }
        var added = new ArrayList<PlaylistEntryId>();
        var positions = new PlaylistPositions(sql, id.value()).free(tracks.size(), before);
        for (int i = 0; i < tracks.size(); i++) {
            added.add(new PlaylistEntryId(sql.insert(
                    "INSERT INTO playlist_entry (playlist_id, position, track_id, title, artist, album, duration_ms)"
                            + " SELECT ?, ?, t.id, t.title, t.artist, al.title, t.duration_ms FROM track t"
                            + " LEFT JOIN album al ON al.id = t.album_id WHERE t.id = ?",
                    id.value(),
                    positions.get(i),
                    tracks.get(i).value())));
        }
        touch(writing, id);
        return added;
    }

    public static int remove(Writing writing, PlaylistId id, List<PlaylistEntryId> entries) throws SQLException {
        var sql = writing.sql();
        find(sql, id);
        int removed = 0;
        for (PlaylistEntryId entry : entries) {
            Long track = sql.first(
                    "SELECT track_id FROM playlist_entry WHERE id = ?",
                    row -> Sql.longOrNull(row, "track_id"),
                    entry.value());
            removed += sql.update(
                    "DELETE FROM playlist_entry WHERE id = ? AND playlist_id = ?", entry.value(), id.value());
            if (track != null) {
                writing.tracks().removeIfOrphan(track);
            }
        }
        touch(writing, id);
        return removed;
    }

    public static Playlist move(Writing writing, PlaylistId id, PlaylistEntryId entry, PlaylistEntryId before)
            throws SQLException {
        var sql = writing.sql();
        find(sql, id);
        var positions = new PlaylistPositions(sql, id.value());
        positions.of(entry);
        if (!entry.equals(before)) {
            sql.update(
                    "UPDATE playlist_entry SET position = ? WHERE id = ?",
                    positions.free(1, before).get(0),
                    entry.value());
            touch(writing, id);
        }
        return find(sql, id);
    }

    public static void touch(Writing writing, PlaylistId id) throws SQLException {
        writing.sql().update("UPDATE playlist SET changed = ? WHERE id = ?", writing.now(), id.value());
    }
}

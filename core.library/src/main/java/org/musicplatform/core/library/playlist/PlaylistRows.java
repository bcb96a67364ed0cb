package org.musicplatform.core.library.playlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.PlaylistEntryId;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.ListenerRows;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** The rows of playlists and their entries. */
public final class PlaylistRows {

    private static final char LIST = 'e';

    private static final String PLAYLIST =
            "SELECT p.id, p.name, p.entries, p.waiting, p.duration_ms, p.changed, p.shared, p.rules, p.listener_id"
                    + " FROM playlist p ";

    private PlaylistRows() {}

    /** A playlist with what is kept of it besides. */
    private record Row(Playlist playlist, long listener) {}

    private static Row row(ResultSet row) throws SQLException {
        String rules = row.getString("rules");
        var playlist = new Playlist(
                new PlaylistId(row.getLong("id")),
                row.getString("name"),
                row.getInt("entries"),
                row.getInt("waiting"),
                Duration.ofMillis(row.getLong("duration_ms")),
                Instant.ofEpochMilli(row.getLong("changed")),
                row.getInt("shared") != 0,
                rules == null ? null : RulesJson.read(rules));
        return new Row(playlist, row.getLong("listener_id"));
    }

    /** Returns a playlist with its counts: those of a smart one are asked. */
    private static Playlist counted(Sql sql, Row row, long now) throws SQLException {
        var playlist = row.playlist();
        if (!playlist.isSmart()) {
            return playlist;
        }
        var counts = new SmartQuery(sql, playlist.rules(), row.listener(), now).counts();
        return new Playlist(
                playlist.id(),
                playlist.name(),
                counts.tracks(),
                0,
                counts.duration(),
                playlist.changed(),
                playlist.shared(),
                playlist.rules());
    }

    /**
     * Returns playlists in the order of their ids in a list. Smart ones have the counts of when their rules were
     * written: whoever types cannot wait until they are counted.
     */
    public static List<Playlist> all(Sql sql, List<Long> ids) throws SQLException {
        var all = new ArrayList<Playlist>();
        for (long id : ids) {
            all.add(row(sql, new PlaylistId(id)).playlist());
        }
        return all;
    }

    /** Returns the playlists of a listener, and what others share. */
    public static List<Playlist> all(Sql sql, ListenerId listener, long now) throws SQLException {
        var all = new ArrayList<Playlist>();
        for (Row row : sql.list(
                PLAYLIST + "WHERE p.listener_id = ? OR p.shared = 1 ORDER BY p.sort, p.id",
                PlaylistRows::row,
                ListenerRows.id(sql, listener))) {
            all.add(counted(sql, row, now));
        }
        return all;
    }

    private static Row row(Sql sql, PlaylistId id) throws SQLException {
        var found = sql.first(PLAYLIST + "WHERE p.id = ?", PlaylistRows::row, id.value());
        if (found == null) {
            throw Errors.notFound("playlist " + id);
        }
        return found;
    }

    public static Playlist find(Sql sql, PlaylistId id, long now) throws SQLException {
        return counted(sql, row(sql, id), now);
    }

    /** Keeps the counts of a smart playlist whose rules were written. */
    private static Playlist written(Writing writing, PlaylistId id) throws SQLException {
        var playlist = find(writing.sql(), id, writing.now());
        if (playlist.isSmart()) {
            writing.sql()
                    .update(
                            "UPDATE playlist SET entries = ?, duration_ms = ? WHERE id = ?",
                            playlist.entries(),
                            playlist.duration().toMillis(),
                            id.value());
        }
        return playlist;
    }

    private static void requireStatic(Sql sql, PlaylistId id) throws SQLException {
        if (row(sql, id).playlist().isSmart()) {
            throw new LibraryException(
                    LibraryException.SMART_PLAYLIST,
                    false,
                    "Rules say what is in the playlist " + id + ". Change its rules instead.",
                    null);
        }
    }

    public static Playlist create(Writing writing, ListenerId listener, String name, SmartRules rules)
            throws SQLException {
        long owner = ListenerRows.id(writing.sql(), listener);
        String key = freeName(writing.sql(), owner, name, 0);
        long id = writing.sql()
                .insert(
                        "INSERT INTO playlist (listener_id, name, name_key, sort, created, changed, rules)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        owner,
                        name.strip(),
                        key,
                        TextFolding.sortKey(name),
                        writing.now(),
                        writing.now(),
                        rules == null ? null : RulesJson.write(rules));
        writing.index().playlist(id, name);
        writing.changes().playlist(id);
        return written(writing, new PlaylistId(id));
    }

    public static Playlist rename(Writing writing, PlaylistId id, String name) throws SQLException {
        String key = freeName(writing.sql(), row(writing.sql(), id).listener(), name, id.value());
        writing.sql()
                .update(
                        "UPDATE playlist SET name = ?, name_key = ?, sort = ? WHERE id = ?",
                        name.strip(),
                        key,
                        TextFolding.sortKey(name),
                        id.value());
        writing.index().playlist(id.value(), name);
        touch(writing, id);
        return find(writing.sql(), id, writing.now());
    }

    public static Playlist setRules(Writing writing, PlaylistId id, SmartRules rules) throws SQLException {
        if (!row(writing.sql(), id).playlist().isSmart()) {
            throw new LibraryException(
                    LibraryException.SMART_PLAYLIST,
                    false,
                    "The playlist " + id + " has no rules: its entries were chosen. Make another one with rules.",
                    null);
        }
        writing.sql().update("UPDATE playlist SET rules = ? WHERE id = ?", RulesJson.write(rules), id.value());
        touch(writing, id);
        return written(writing, id);
    }

    public static Playlist share(Writing writing, PlaylistId id, boolean shared) throws SQLException {
        row(writing.sql(), id);
        writing.sql().update("UPDATE playlist SET shared = ? WHERE id = ?", shared ? 1 : 0, id.value());
        touch(writing, id);
        return find(writing.sql(), id, writing.now());
    }

    private static String freeName(Sql sql, long listener, String name, long but) throws SQLException {
        String key = TextFolding.key(name);
        boolean taken = sql.number(
                        "SELECT count(*) FROM playlist WHERE listener_id = ? AND name_key = ? AND id <> ?",
                        listener,
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
        var playlist = find(sql, id, writing.now());
        var tracks = sql.list(
                "SELECT DISTINCT track_id FROM playlist_entry WHERE playlist_id = ? AND track_id IS NOT NULL",
                row -> row.getLong(1),
                id.value());
        sql.update("DELETE FROM playlist_entry WHERE playlist_id = ?", id.value());
        sql.update("DELETE FROM playlist WHERE id = ?", id.value());
        writing.index().removePlaylist(id.value());
        writing.changes().removedPlaylist(id.value());
        for (long track : tracks) {
            writing.tracks().removeIfOrphan(track);
        }
        return playlist;
    }

    public static Page<PlaylistEntry> entries(Sql sql, PlaylistId id, PageRequest page, long now) throws SQLException {
        if (row(sql, id).playlist().isSmart()) {
            return smart(sql, id, now)
                    .page(
                            "t.id, t.id AS track_id, NULL AS location, t.visible, t.title, t.artist, al.title AS album,"
                                    + " t.duration_ms",
                            PlaylistRows::entry,
                            id.toString(),
                            page);
        }
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

    /** Asks what is in a smart playlist. */
    static SmartQuery smart(Sql sql, PlaylistId id, long now) throws SQLException {
        var playlist = row(sql, id);
        return new SmartQuery(sql, playlist.playlist().rules(), playlist.listener(), now);
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
        requireStatic(sql, id);
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
        writing.changes().entries(id.value());
        touch(writing, id);
        return added;
    }

    public static int remove(Writing writing, PlaylistId id, List<PlaylistEntryId> entries) throws SQLException {
        var sql = writing.sql();
        requireStatic(sql, id);
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
        writing.changes().entries(id.value());
        touch(writing, id);
        return removed;
    }

    public static Playlist move(Writing writing, PlaylistId id, PlaylistEntryId entry, PlaylistEntryId before)
            throws SQLException {
        var sql = writing.sql();
        requireStatic(sql, id);
        var positions = new PlaylistPositions(sql, id.value());
        positions.of(entry);
        if (!entry.equals(before)) {
            sql.update(
                    "UPDATE playlist_entry SET position = ? WHERE id = ?",
                    positions.free(1, before).get(0),
                    entry.value());
            touch(writing, id);
        }
        return find(sql, id, writing.now());
    }

    public static void touch(Writing writing, PlaylistId id) throws SQLException {
        writing.sql().update("UPDATE playlist SET changed = ? WHERE id = ?", writing.now(), id.value());
        writing.changes().playlist(id.value());
    }
}

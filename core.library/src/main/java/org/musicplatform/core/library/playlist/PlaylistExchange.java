package org.musicplatform.core.library.playlist;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.PlaylistFormat;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.PlaylistImport;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileOrder;
import org.musicplatform.core.library.track.TrackRows;
import org.musicplatform.core.library.writer.Writing;

/** Playlists from files and into files, and entries that wait for their track. */
public final class PlaylistExchange {

    private static final int AT_ONCE = 20_000;

    /** To look one up costs as much as to pass by so many. */
    private static final int TRACKS_FOR_A_LOOK_UP = 20;

    /** The best file of a track, where it lies. */
    private static final String FILE = " LEFT JOIN file f ON f.id = (SELECT f.id FROM file f WHERE f.track_id = t.id"
            + " ORDER BY " + FileOrder.BEST_FIRST + " LIMIT 1) LEFT JOIN folder d ON d.id = f.folder_id"
            + " LEFT JOIN source s ON s.id = f.source_id";

    private static final String SMART = "NULL AS location, s.location AS place, d.path AS folder,"
            + " coalesce(f.name, f.leaf) AS name, t.title, t.artist, al.title AS album, t.duration_ms, t.recording_id";

    private PlaylistExchange() {}

    /**
     * What a file names, and what of that is there.
     *
     * @param tracks for each item its track, or null
     * @param revision the state of the library in which it was looked for
     */
    public record Resolved(List<PlaylistItem> items, List<Long> tracks, long revision) {}

    /** Looks for what a file names; asks only. */
    public static Resolved resolve(Sql sql, byte[] content, String folder) throws SQLException {
        var items = new ArrayList<PlaylistItem>();
        var wanted = new ArrayList<Wanted>();
        for (PlaylistItem item : PlaylistReader.read(content)) {
            String location = item.location().isEmpty() ? null : absolute(item.location(), folder);
            var placed = new PlaylistItem(
                    location, item.title(), item.artist(), item.album(), item.duration(), item.recording());
            items.add(placed);
            wanted.add(Wanted.of(placed));
        }
        return new Resolved(items, find(sql, wanted), sql.number("SELECT value FROM meta WHERE name = 'revision'"));
    }

    /**
     * Returns the track of each that is wanted, or null: few are looked up one by one, then those that are left, or
     * many, in one pass over the library.
     */
    public static List<Long> find(Sql sql, List<Wanted> wanted) throws SQLException {
        var finder = new TrackFinder(sql);
        var tracks = new ArrayList<Long>(Collections.nCopies(wanted.size(), null));
        if (sql.number("SELECT max(id) FROM track") > (long) TRACKS_FOR_A_LOOK_UP * wanted.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                tracks.set(i, finder.find(wanted.get(i)));
            }
        }
        var left = new ArrayList<Integer>();
        for (int i = 0; i < wanted.size(); i++) {
            if (tracks.get(i) == null) {
                left.add(i);
            }
        }
        if (!left.isEmpty()) {
            var others = finder.find(left.stream().map(wanted::get).toList(), -1);
            for (int i = 0; i < left.size(); i++) {
                Long found = others.get(i);
                tracks.set(left.get(i), found == null ? finder.hidden(wanted.get(left.get(i))) : found);
            }
        }
        return tracks;
    }

    public static PlaylistImport store(Writing writing, ListenerId listener, String name, Resolved resolved)
            throws SQLException {
        var sql = writing.sql();
        var id = PlaylistRows.create(writing, listener, name, null).id();
        var items = resolved.items();
        var positions = new PlaylistPositions(sql, id.value()).free(items.size(), null);
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            append(writing, id.value(), positions.get(i), resolved.tracks().get(i), item);
        }
        tryAgainFrom(writing, resolved.revision());
        PlaylistCounters.refresh(sql, id.value());
        var playlist = PlaylistRows.find(sql, id, writing.now());
        return new PlaylistImport(playlist, playlist.entries() - playlist.waiting(), playlist.waiting());
    }

    /** Adds an entry at a place; one whose track is gone meanwhile waits. */
    public static void append(Writing writing, long playlist, long position, Long track, PlaylistItem item)
            throws SQLException {
        String title = item.title();
        if (title == null) {
            title = item.location() == null ? "?" : TrackRows.titleOf(TrackFinder.lastName(item.location()));
        }
        writing.sql()
                .update(
                        "INSERT INTO playlist_entry (playlist_id, position, track_id, title, artist, album, duration_ms,"
                                + " location, recording_id) VALUES (?, ?, (SELECT id FROM track WHERE id = ?), ?, ?, ?, ?,"
                                + " ?, ?)",
                        playlist,
                        position,
                        track,
                        title,
                        item.artist(),
                        item.album(),
                        item.duration() == null ? null : item.duration().toMillis(),
                        item.location(),
                        item.recording());
        writing.changes().entries(playlist);
    }

    /** Has tracks that changed after a revision tried on what waits, at the end of the next look at a source. */
    public static void tryAgainFrom(Writing writing, long revision) throws SQLException {
        writing.sql().update("UPDATE meta SET value = min(value, ?) WHERE name = 'tried'", revision);
    }

    /** Binds entries that waited for a track that changed after a revision. */
    public static void bindWaiting(Writing writing, long since) throws SQLException {
        long last = 0;
        while (last >= 0) {
            last = bindEntries(writing, last, since);
        }
    }

    private record Waiting(long id, long playlist, Wanted wanted) {}

    /** Binds some entries; returns the last one that was looked at, -1 when there are no more. */
    private static long bindEntries(Writing writing, long after, long since) throws SQLException {
        var sql = writing.sql();
        var waiting = sql.list(
                "SELECT id, playlist_id, location, recording_id, title, artist, album, duration_ms FROM playlist_entry"
                        + " WHERE track_id IS NULL AND id > ? ORDER BY id LIMIT " + AT_ONCE,
                row -> new Waiting(
                        row.getLong(1),
                        row.getLong(2),
                        Wanted.of(new PlaylistItem(
                                row.getString(3),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                Errors.millis(Sql.longOrNull(row, 8)),
                                row.getString(4)))),
                after);
        if (waiting.isEmpty()) {
            return -1;
        }
        var tracks =
                new TrackFinder(sql).find(waiting.stream().map(Waiting::wanted).toList(), since);
        for (int i = 0; i < waiting.size(); i++) {
            if (tracks.get(i) != null) {
                sql.update(
                        "UPDATE playlist_entry SET track_id = ? WHERE id = ?",
                        tracks.get(i),
                        waiting.get(i).id());
                writing.changes().entries(waiting.get(i).playlist());
            }
        }
        return waiting.size() < AT_ONCE ? -1 : waiting.get(waiting.size() - 1).id();
    }

    /** Returns a path with slashes from the root where the location is a file; other URIs stay as they are. */
    public static String absolute(String location, String folder) {
        String path = location;
        if (location.regionMatches(true, 0, "file:", 0, 5)) {
            path = fromUri(location);
        } else if (location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return location;
        } else if (location.indexOf('/') < 0) {
            path = location.replace('\\', '/');
        }
        boolean rooted = path.startsWith("/") || path.matches("[A-Za-z]:/.*");
        return normal(rooted ? path : folder + "/" + path);
    }

    private static String fromUri(String location) {
        try {
            String path = new URI(location.replace(" ", "%20")).getPath();
            return path == null ? location : path.matches("/[A-Za-z]:/.*") ? path.substring(1) : path;
        } catch (URISyntaxException e) {
            return location.substring(5).replaceFirst("^//", "");
        }
    }

    private static String normal(String path) {
        var parts = new ArrayDeque<String>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    private static final String ENTRIES = "SELECT e.location, s.location AS place, d.path AS folder,"
            + " coalesce(f.name, f.leaf) AS name, coalesce(t.title, e.title) AS title,"
            + " coalesce(t.artist, e.artist) AS artist, coalesce(al.title, e.album) AS album,"
            + " coalesce(t.duration_ms, e.duration_ms) AS duration_ms,"
            + " coalesce(t.recording_id, e.recording_id) AS recording_id FROM playlist_entry e"
            + " LEFT JOIN track t ON t.id = e.track_id LEFT JOIN album al ON al.id = t.album_id"
            + FILE + " WHERE e.playlist_id = ? ORDER BY e.position";

    private static PlaylistItem item(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String in = row.getString("folder");
        String path = name == null
                ? row.getString("location")
                : row.getString("place") + "/" + (in.isEmpty() ? name : in + "/" + name);
        return new PlaylistItem(
                path,
                row.getString("title"),
                row.getString("artist"),
                row.getString("album"),
                Errors.millis(Sql.longOrNull(row, "duration_ms")),
                row.getString("recording_id"));
    }

    public static byte[] write(Sql sql, PlaylistId id, PlaylistFormat format, String folder, long now)
            throws SQLException {
        var playlist = PlaylistRows.find(sql, id, now);
        String above = folder == null ? null : normal(folder) + "/";
        var all = playlist.isSmart()
                ? PlaylistRows.smart(sql, id, now).all(SMART, FILE, PlaylistExchange::item)
                : sql.list(ENTRIES, PlaylistExchange::item, id.value());
        // what only XSPF can name: a track that is gone, and nothing says where its file lay
        var items = all.stream()
                .filter(item -> item.location() != null || format == PlaylistFormat.XSPF)
                .map(item -> relative(item, above))
                .toList();
        return PlaylistWriter.write(format, playlist.name(), items);
    }

    private static PlaylistItem relative(PlaylistItem item, String above) {
        boolean below =
                above != null && item.location() != null && item.location().startsWith(above);
        return new PlaylistItem(
                below ? item.location().substring(above.length()) : item.location(),
                item.title(),
                item.artist(),
                item.album(),
                item.duration(),
                item.recording());
    }
}

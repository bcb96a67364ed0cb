package org.musicplatform.core.library.playlist;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.library.PlaylistFormat;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.PlaylistImport;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileOrder;
import org.musicplatform.core.library.track.TrackRows;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** Playlists from files and into files, and entries that wait for their track. */
public final class PlaylistExchange {

    private static final long SAME_LENGTH_MILLIS = 5_000;

    private PlaylistExchange() {}

    public static PlaylistImport read(Writing writing, String name, byte[] content, String folder) throws SQLException {
        var items = PlaylistReader.read(content);
        var sql = writing.sql();
        var playlist = PlaylistRows.create(writing, name);
        var sources = sources(sql);
        var positions = new PlaylistPositions(sql, playlist.id().value()).free(items.size(), null);
        int matched = 0;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            String location = absolute(item.location(), folder);
            Long track = find(sql, sources, location, item.title(), item.artist(), item.duration());
            matched += track == null ? 0 : 1;
            sql.update(
                    "INSERT INTO playlist_entry (playlist_id, position, track_id, title, artist, album, duration_ms,"
                            + " location) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    playlist.id().value(),
                    positions.get(i),
                    track,
                    Objects.requireNonNullElseGet(item.title(), () -> lastName(location)),
                    item.artist(),
                    item.album(),
                    item.duration() == null ? null : item.duration().toMillis(),
                    location);
        }
        return new PlaylistImport(PlaylistRows.find(sql, playlist.id()), matched, items.size() - matched);
    }

    private record Waiting(long id, String location, String title, String artist, Duration duration) {}

    /** Binds entries that waited for a track which is there now. */
    public static void bindWaiting(Writing writing) throws SQLException {
        var sql = writing.sql();
        var waiting = sql.list(
                "SELECT id, location, title, artist, duration_ms FROM playlist_entry WHERE track_id IS NULL",
                row -> new Waiting(
                        row.getLong("id"),
                        row.getString("location"),
                        row.getString("title"),
                        row.getString("artist"),
                        Errors.millis(Sql.longOrNull(row, "duration_ms"))));
        var sources = waiting.isEmpty() ? List.<Place>of() : sources(sql);
        for (Waiting entry : waiting) {
            Long track = find(sql, sources, entry.location(), entry.title(), entry.artist(), entry.duration());
            if (track != null) {
                sql.update("UPDATE playlist_entry SET track_id = ? WHERE id = ?", track, entry.id());
            }
        }
    }

    /** Finds a track by where its file lies, then by its title and artist. */
    private static Long find(
            Sql sql, List<Place> sources, String location, String title, String artist, Duration duration)
            throws SQLException {
        Long found = location == null ? null : byPath(sql, sources, location);
        return found != null || title == null || artist == null ? found : byName(sql, title, artist, duration);
    }

    private record Place(long id, String location) {}

    private static List<Place> sources(Sql sql) throws SQLException {
        return sql.list(
                "SELECT id, location FROM source", row -> new Place(row.getLong("id"), row.getString("location")));
    }

    private static Long byPath(Sql sql, List<Place> sources, String path) throws SQLException {
        for (Place source : sources) {
            String below = source.location().endsWith("/") ? source.location() : source.location() + "/";
            if (path.startsWith(below)) {
                for (String relative : spellings(path.substring(below.length()))) {
                    int slash = relative.lastIndexOf('/');
                    Long track = sql.first(
                            "SELECT f.track_id FROM folder d CROSS JOIN file f ON f.folder_id = d.id"
                                    + " WHERE d.source_id = ? AND d.path = ? AND coalesce(f.name, f.leaf) = ?"
                                    + " AND f.track_id IS NOT NULL ORDER BY f.clip_start LIMIT 1",
                            row -> row.getLong(1),
                            source.id(),
                            relative.substring(0, Math.max(0, slash)),
                            relative.substring(slash + 1));
                    if (track != null) {
                        return track;
                    }
                }
            }
        }
        return null;
    }

    /** Systems differ in how they compose accents in names. */
    private static LinkedHashSet<String> spellings(String path) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(path);
        spellings.add(Normalizer.normalize(path, Normalizer.Form.NFC));
        spellings.add(Normalizer.normalize(path, Normalizer.Form.NFD));
        return spellings;
    }

    private record Known(long id, String title, String artist, Long duration) {}

    private static Long byName(Sql sql, String title, String artist, Duration duration) throws SQLException {
        var candidates = sql.list(
                "SELECT id, title, artist, duration_ms FROM track WHERE visible = 1 AND sort = ? ORDER BY id LIMIT 100",
                row -> new Known(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("artist"),
                        Sql.longOrNull(row, "duration_ms")),
                TextFolding.sortKey(title));
        for (Known known : candidates) {
            boolean same = known.artist() != null
                    && TextFolding.key(known.title()).equals(TextFolding.key(title))
                    && TextFolding.key(known.artist()).equals(TextFolding.key(artist));
            boolean asLong = duration == null
                    || known.duration() == null
                    || Math.abs(known.duration() - duration.toMillis()) <= SAME_LENGTH_MILLIS;
            if (same && asLong) {
                return known.id();
            }
        }
        return null;
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

    private static String lastName(String location) {
        return TrackRows.titleOf(location.substring(location.lastIndexOf('/') + 1));
    }

    public static byte[] write(Sql sql, PlaylistId id, PlaylistFormat format, String folder) throws SQLException {
        var playlist = PlaylistRows.find(sql, id);
        var items = new ArrayList<PlaylistItem>();
        String above = folder == null ? null : normal(folder) + "/";
        sql
                .list(
                        "SELECT e.location, s.location AS place, d.path AS folder, coalesce(f.name, f.leaf) AS name, coalesce(t.title, e.title) AS title,"
                                + " coalesce(t.artist, e.artist) AS artist, coalesce(al.title, e.album) AS album,"
                                + " coalesce(t.duration_ms, e.duration_ms) AS duration_ms FROM playlist_entry e"
                                + " LEFT JOIN track t ON t.id = e.track_id LEFT JOIN album al ON al.id = t.album_id"
                                + " LEFT JOIN file f ON f.id = (SELECT f.id FROM file f WHERE f.track_id = t.id"
                                + " ORDER BY " + FileOrder.BEST_FIRST + " LIMIT 1)"
                                + " LEFT JOIN folder d ON d.id = f.folder_id"
                                + " LEFT JOIN source s ON s.id = f.source_id"
                                + " WHERE e.playlist_id = ? ORDER BY e.position",
                        row -> {
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
                                    Errors.millis(Sql.longOrNull(row, "duration_ms")));
                        },
                        id.value())
                .stream()
                .map(item -> relative(item, above))
                .filter(Objects::nonNull)
                .forEach(items::add);
        return PlaylistWriter.write(format, playlist.name(), items);
    }

    private static PlaylistItem relative(PlaylistItem item, String above) {
        if (item.location() == null) {
            return null; // its file was forgotten, and nothing says where it lay
        }
        boolean below = above != null && item.location().startsWith(above);
        return new PlaylistItem(
                below ? item.location().substring(above.length()) : item.location(),
                item.title(),
                item.artist(),
                item.album(),
                item.duration());
    }
}

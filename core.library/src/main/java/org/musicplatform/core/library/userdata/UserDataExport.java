package org.musicplatform.core.library.userdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.musicplatform.core.api.library.UserDataCounts;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.playlist.RulesJson;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.track.TagsText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes user data row by row, of one state of the library. */
public final class UserDataExport {

    static final String HEAD = "music-user-data";
    static final long VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(UserDataExport.class);

    private final Sql sql;
    private final Writer out;

    private UserDataExport(Sql sql, Writer out) {
        this.sql = sql;
        this.out = out;
    }

    /** Writes all into a new file, by way of one beside it. */
    public static UserDataCounts write(Sql sql, Path file) throws SQLException {
        if (Files.exists(file)) {
            throw Errors.exists(file);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        sql.begin(); // one state
        try {
            var counts = writePart(sql, part);
            Files.move(part, file);
            return counts;
        } catch (IOException | UncheckedIOException e) {
            throw Errors.notWritten("The file " + file, e);
        } finally {
            sql.rollback();
            delete(part);
        }
    }

    private static UserDataCounts writePart(Sql sql, Path part) throws IOException, SQLException {
        try (var out = Files.newBufferedWriter(part)) {
            return new UserDataExport(sql, out).all();
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("What there is of {} could not be deleted: {}", part, e.getMessage());
        }
    }

    /** Makes a line of a row. */
    private interface Line {
        UserLine of(ResultSet row) throws SQLException;
    }

    private void write(UserLine line) {
        try {
            out.write(line.write());
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long each(String query, Line line, Object... values) throws SQLException {
        long[] count = {0};
        sql.each(
                query,
                row -> {
                    write(line.of(row));
                    count[0]++;
                },
                values);
        return count[0];
    }

    private static Map<String, Object> values(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            TrackKeys.put(values, (String) pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private record Playlist(long id, UserLine line) {}

    private UserDataCounts all() throws SQLException {
        write(new UserLine(HEAD, values("version", VERSION), null));
        long listeners = each(
                "SELECT name, id FROM listener ORDER BY id",
                row -> new UserLine(
                        "listener",
                        values("listener", row.getString(1), "first", row.getLong(2) == AnnotationRows.LISTENER),
                        null));
        int more = TrackKeys.LENGTH;
        long annotations = each(
                "SELECT " + TrackKeys.COLUMNS + ", l.name, an.rating, an.favourite, an.changed FROM annotation an"
                        + " JOIN listener l ON l.id = an.listener_id JOIN track t ON t.id = an.track_id"
                        + TrackKeys.FROM + "WHERE an.rating > 0 OR an.favourite = 1",
                row -> new UserLine(
                        "annotation",
                        values(
                                "listener", row.getString(more + 1),
                                "rating", row.getLong(more + 2),
                                "favourite", row.getInt(more + 3) != 0,
                                "changed", row.getLong(more + 4)),
                        TrackKeys.of(row)));
        long plays = each(
                "SELECT " + TrackKeys.COLUMNS + ", l.name, p.started, p.heard_ms, p.counted FROM play p"
                        + " JOIN listener l ON l.id = p.listener_id JOIN track t ON t.id = p.track_id" + TrackKeys.FROM
                        + "ORDER BY p.id",
                row -> new UserLine(
                        "play",
                        values(
                                "listener", row.getString(more + 1),
                                "started", row.getLong(more + 2),
                                "heard_ms", row.getLong(more + 3),
                                "counted", row.getInt(more + 4) != 0),
                        TrackKeys.of(row)));
        long overrides = each(
                "SELECT " + TrackKeys.COLUMNS + ", o.field, o.vals, o.changed FROM override o"
                        + " JOIN track t ON t.id = o.track_id" + TrackKeys.FROM + "WHERE o.origin = ?",
                row -> new UserLine(
                        "override",
                        values("field", row.getString(more + 1), "changed", row.getLong(more + 3)),
                        TrackKeys.of(row),
                        TagsText.values(row.getString(more + 2)),
                        null),
                Overrides.USER);
        long lyrics = each(
                "SELECT " + TrackKeys.COLUMNS + ", y.synced, y.language, y.body, y.checked FROM lyrics y"
                        + " JOIN track t ON t.id = y.track_id" + TrackKeys.FROM + "WHERE y.origin = ?",
                row -> new UserLine(
                        "lyrics",
                        values(
                                "synced", row.getInt(more + 1) != 0,
                                "language", row.getString(more + 2),
                                "body", row.getString(more + 3),
                                "changed", row.getLong(more + 4)),
                        TrackKeys.of(row)),
                Lyrics.USER);
        var waiting = waiting();
        long[] playlists = playlists();
        return new UserDataCounts(
                listeners,
                annotations + waiting.getOrDefault("annotation", 0L),
                plays + waiting.getOrDefault("play", 0L),
                playlists[0],
                playlists[1],
                overrides + waiting.getOrDefault("override", 0L),
                lyrics + waiting.getOrDefault("lyrics", 0L));
    }

    /** What waits for its track goes out as it came in. */
    private Map<String, Long> waiting() throws SQLException {
        var counts = new HashMap<String, Long>();
        sql.each("SELECT l.name, w.line FROM waiting w JOIN listener l ON l.id = w.listener_id ORDER BY w.id", row -> {
            var line = UserLine.read(row.getString(2));
            write(line.with("listener", row.getString(1)));
            counts.merge(line.type(), 1L, Long::sum);
        });
        return counts;
    }

    private long[] playlists() throws SQLException {
        var counts = new long[2];
        var all = sql.list(
                "SELECT p.id, l.name, p.name, p.shared, p.created, p.changed, p.rules FROM playlist p"
                        + " JOIN listener l ON l.id = p.listener_id ORDER BY p.id",
                row -> new Playlist(
                        row.getLong(1),
                        new UserLine(
                                "playlist",
                                values(
                                        "listener", row.getString(2),
                                        "name", row.getString(3),
                                        "shared", row.getInt(4) != 0,
                                        "created", row.getLong(5),
                                        "changed", row.getLong(6)),
                                null,
                                null,
                                row.getString(7) == null ? null : RulesJson.read(row.getString(7)))));
        for (Playlist playlist : all) {
            write(playlist.line());
            counts[0]++;
            counts[1] += each(
                    "SELECT "
                            + TrackKeys.COLUMNS
                                    .replace("t.title", "coalesce(t.title, e.title)")
                                    .replace("t.recording_id", "coalesce(t.recording_id, e.recording_id)")
                                    .replace("t.artist", "coalesce(t.artist, e.artist)")
                                    .replace("al.title", "coalesce(al.title, e.album)")
                                    .replace("t.duration_ms", "coalesce(t.duration_ms, e.duration_ms)")
                            + ", e.location FROM playlist_entry e LEFT JOIN track t ON t.id = e.track_id"
                            + TrackKeys.FROM + "WHERE e.playlist_id = ? ORDER BY e.position",
                    row -> {
                        var key = TrackKeys.of(row);
                        TrackKeys.put(key, "location", row.getString(TrackKeys.LENGTH + 1));
                        return new UserLine("entry", Map.of(), key);
                    },
                    playlist.id());
        }
        return counts;
    }
}

package org.musicplatform.core.library.userdata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.playlist.PlaylistItem;
import org.musicplatform.core.library.playlist.Wanted;

/** By what a track is known in every library. */
final class TrackKeys {

    /** Columns that {@link #of} reads first, of the tables of {@link #FROM}. */
    static final String COLUMNS = "t.recording_id, f.hash, f.etag, f.size, f.clip_start, s.location, d.path,"
            + " coalesce(f.name, f.leaf), t.title, t.artist, al.title, t.disc_no, t.track_no, t.duration_ms";

    static final int LENGTH = 14;

    /** The tables, behind one of which {@code t} is joined. */
    static final String FROM = " LEFT JOIN album al ON al.id = t.album_id LEFT JOIN file f ON f.id ="
            + " (SELECT id FROM file WHERE track_id = t.id ORDER BY state = 4, bits IS NULL, bitrate DESC, id LIMIT 1)"
            + " LEFT JOIN folder d ON d.id = f.folder_id LEFT JOIN source s ON s.id = f.source_id ";

    private TrackKeys() {}

    static Map<String, Object> of(ResultSet row) throws SQLException {
        var key = new LinkedHashMap<String, Object>();
        put(key, "recording", row.getString(1));
        put(key, "hash", row.getString(2));
        put(key, "etag", row.getString(3));
        put(key, "size", Sql.longOrNull(row, 4));
        long clip = row.getLong(5);
        put(key, "clip_ms", clip == 0 ? null : Long.valueOf(clip));
        put(key, "source", row.getString(6));
        String folder = row.getString(7);
        String name = row.getString(8);
        put(key, "path", name == null || folder == null || folder.isEmpty() ? name : folder + "/" + name);
        put(key, "title", row.getString(9));
        put(key, "artist", row.getString(10));
        put(key, "album", row.getString(11));
        put(key, "disc", Sql.longOrNull(row, 12));
        put(key, "number", Sql.longOrNull(row, 13));
        put(key, "duration_ms", Sql.longOrNull(row, 14));
        return key;
    }

    static void put(Map<String, Object> key, String name, Object value) {
        if (value != null) {
            key.put(name, value);
        }
    }

    static Wanted wanted(Map<String, Object> key) {
        String source = text(key, "source");
        String path = text(key, "path");
        String location = source == null || path == null
                ? text(key, "location")
                : source.replace('\\', '/').replaceFirst("/$", "") + "/" + path;
        String recording = text(key, "recording");
        Long size = number(key, "size");
        Long clip = number(key, "clip_ms");
        Long duration = number(key, "duration_ms");
        return new Wanted(
                location,
                size == null
                        ? null
                        : Wanted.content(text(key, "hash"), text(key, "etag"), size, clip == null ? 0 : clip),
                recording == null ? null : recording.toLowerCase(Locale.ROOT),
                text(key, "title"),
                text(key, "artist"),
                text(key, "album"),
                integer(key, "disc"),
                integer(key, "number"),
                duration == null || duration < 0 ? null : Duration.ofMillis(duration));
    }

    /** What an entry of a playlist keeps of it. */
    static PlaylistItem item(Wanted wanted) {
        return new PlaylistItem(
                wanted.location(),
                wanted.title(),
                wanted.artist(),
                wanted.album(),
                wanted.duration(),
                wanted.recording());
    }

    private static String text(Map<String, Object> key, String name) {
        return key.get(name) instanceof String text ? text : null;
    }

    private static Long number(Map<String, Object> key, String name) {
        return key.get(name) instanceof Long number ? number : null;
    }

    private static Integer integer(Map<String, Object> key, String name) {
        Long number = number(key, name);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }
}

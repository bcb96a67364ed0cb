package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.track.Role;

/** One thing with all that is known of it. */
public final class Details {
    private Details() {}

    public static Artist artist(Sql sql, ArtistId id) throws SQLException {
        var artist = sql.first("SELECT " + Rows.ARTIST + " FROM artist r WHERE r.id = ?", Rows::artist, id.value());
        if (artist == null) {
            throw Errors.notFound("artist " + id);
        }
        return artist;
    }

    public static Album album(Sql sql, AlbumId id) throws SQLException {
        var album = sql.first("SELECT " + Rows.ALBUM + " FROM album a WHERE a.id = ?", Rows::album, id.value());
        if (album == null) {
            throw Errors.notFound("album " + id);
        }
        return album;
    }

    public static TrackDetails track(Sql sql, TrackId id) throws SQLException {
        int at = Rows.TRACK_LENGTH;
        var found = sql.first(
                "SELECT " + Rows.TRACK + ", t.added" + Rows.TRACK_FROM + "WHERE t.id = ?",
                row -> Map.entry(Rows.track(row), Instant.ofEpochMilli(row.getLong(at + 1))),
                id.value());
        if (found == null) {
            throw Errors.notFound("track " + id);
        }
        var track = found.getKey();
        var credits = sql.list(
                "SELECT r.id, r.name, x.role FROM track_artist x CROSS JOIN artist r ON r.id = x.artist_id"
                        + " WHERE x.track_id = ? ORDER BY x.position",
                row -> new TrackDetails.Credit(
                        new ArtistId(row.getLong(1)),
                        row.getString(2),
                        Role.of(row.getInt(3)).word()),
                id.value());
        var files = FilesOfTrack.find(sql, id.value());
        return new TrackDetails(
                track,
                credits,
                files.fields(sql, track),
                files.all(),
                found.getValue(),
                LyricsRows.first(sql, id.value()),
                artwork(sql, track));
    }

    /** Returns the pictures of a track; when it has none, those of its album. */
    private static List<StoredArtwork> artwork(Sql sql, Track track) throws SQLException {
        var own = artwork(sql, "track_id", track.id().value());
        return own.isEmpty() && track.album() != null
                ? artwork(sql, "album_id", track.album().id().value())
                : own;
    }

    private static List<StoredArtwork> artwork(Sql sql, String of, long id) throws SQLException {
        return sql.list(
                "SELECT lower(hex(w.sha256)), w.mime, w.width, w.height, w.size, u.kind, u.origin"
                        + " FROM artwork_use u CROSS JOIN artwork w ON w.id = u.artwork_id WHERE u." + of
                        + " = ? ORDER BY u.kind, u.origin",
                row -> new StoredArtwork(
                        row.getString(1),
                        row.getString(2),
                        Sql.intOrNull(row, 3),
                        Sql.intOrNull(row, 4),
                        row.getLong(5),
                        new StoredArtwork.Use(row.getString(6), row.getString(7), of.equals("album_id"))),
                id);
    }
}

package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.artwork.ArtworkRows;
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
                ArtworkRows.ofTrack(
                        sql,
                        id.value(),
                        track.album() == null ? null : track.album().id().value()));
    }
}

package org.musicplatform.core.library.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.track.TrackRows;

/** Values of the API from rows. */
public final class Rows {

    public static final String TRACK =
            "t.id, t.title, t.artist, t.album_id, al.title AS album_title, al.artist AS album_artist,"
                    + " t.track_no, t.track_total, t.disc_no, t.disc_total, t.duration_ms, t.date, t.genres, t.sort,"
                    + " t.album_place, " + AnnotationRows.COLUMNS;
    public static final String TRACK_FROM =
            " FROM track t LEFT JOIN album al ON al.id = t.album_id" + AnnotationRows.JOIN;

    public static final String ALBUM =
            "a.id, a.title, a.artist, a.year, a.compilation, a.reason, a.sort, a.tracks, a.duration_ms";
    public static final String ALBUM_THERE = "a.tracks > 0";

    public static final String ARTIST = "r.id, r.name, r.sort, r.tracks, r.albums";
    public static final String ARTIST_THERE = "(r.tracks > 0 OR r.albums > 0)";

    private Rows() {}

    public static Track track(ResultSet row) throws SQLException {
        Long album = Sql.longOrNull(row, "album_id");
        return new Track(
                new TrackId(row.getLong("id")),
                row.getString("title"),
                row.getString("artist"),
                album == null
                        ? null
                        : new Track.AlbumRef(
                                new AlbumId(album), row.getString("album_title"), row.getString("album_artist")),
                new Track.Position(
                        Sql.intOrNull(row, "track_no"),
                        Sql.intOrNull(row, "track_total"),
                        Sql.intOrNull(row, "disc_no"),
                        Sql.intOrNull(row, "disc_total")),
                Errors.millis(Sql.longOrNull(row, "duration_ms")),
                row.getString("date"),
                genres(row.getString("genres")),
                AnnotationRows.of(row));
    }

    private static List<String> genres(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(TrackRows.SEPARATOR));
    }

    public static Album album(ResultSet row) throws SQLException {
        return new Album(
                new AlbumId(row.getLong("id")),
                row.getString("title"),
                row.getString("artist"),
                Sql.intOrNull(row, "year"),
                row.getInt("compilation") != 0,
                row.getInt("tracks"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getString("reason"));
    }

    public static Artist artist(ResultSet row) throws SQLException {
        return new Artist(
                new ArtistId(row.getLong("id")),
                row.getString("name"),
                row.getString("sort"),
                row.getInt("tracks"),
                row.getInt("albums"));
    }
}

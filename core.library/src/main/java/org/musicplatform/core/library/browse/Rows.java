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
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.track.TrackTags;

/** Values of the API from rows. */
public final class Rows {

    public static final String TRACK =
            "t.id, t.title, t.artist, t.album_id, al.title AS album_title, al.artist AS album_artist,"
                    + " t.track_no, t.track_total, t.disc_no, t.disc_total, t.duration_ms, t.date, t.genres, t.sort,"
                    + " t.album_sort, " + AnnotationRows.COLUMNS;
    public static final String TRACK_FROM =
            " FROM track t LEFT JOIN album al ON al.id = t.album_id" + AnnotationRows.JOIN;

    private static final String OF_ALBUM = " FROM track t WHERE t.album_id = a.id AND t.visible = 1)";
    public static final String ALBUM = "a.id, a.title, a.artist, a.year, a.compilation, a.reason, a.sort,"
            + " (SELECT count(*)" + OF_ALBUM + " AS tracks, (SELECT coalesce(sum(t.duration_ms), 0)" + OF_ALBUM
            + " AS duration_ms";
    public static final String ALBUM_THERE = "EXISTS (SELECT 1" + OF_ALBUM;

    public static final String ARTIST = "r.id, r.name, r.sort,"
            + " (SELECT count(DISTINCT x.track_id) FROM track_artist x JOIN track t ON t.id = x.track_id"
            + " WHERE x.artist_id = r.id AND x.role = 'artist' AND t.visible = 1) AS tracks,"
            + " (SELECT count(*) FROM album a WHERE a.artist_id = r.id AND " + ALBUM_THERE + ") AS albums";
    public static final String ARTIST_THERE = "(EXISTS (SELECT 1 FROM track_artist x JOIN track t ON t.id = x.track_id"
            + " WHERE x.artist_id = r.id AND t.visible = 1)"
            + " OR EXISTS (SELECT 1 FROM album a WHERE a.artist_id = r.id AND " + ALBUM_THERE + "))";

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
                TrackTags.duration(row),
                row.getString("date"),
                genres(row.getString("genres")),
                AnnotationRows.of(row));
    }

    private static List<String> genres(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(TrackTags.SEPARATOR));
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

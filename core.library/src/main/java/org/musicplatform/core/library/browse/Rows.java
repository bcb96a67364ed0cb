package org.musicplatform.core.library.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.track.TrackRows;

/** Values of the API from rows, whose columns stand first in a query; others follow. */
public final class Rows {

    public static final String TRACK = "t.id, t.title, t.artist, t.album_id, al.title, al.artist, t.track_no,"
            + " t.track_total, t.disc_no, t.disc_total, t.duration_ms, t.date, t.genres, " + AnnotationRows.COLUMNS;
    public static final int TRACK_LENGTH = 13 + AnnotationRows.LENGTH;

    /** What is shown of a track and lies in other tables; asks for a listener. */
    static final String OF_TRACK = " LEFT JOIN album al ON al.id = t.album_id" + AnnotationRows.JOIN + "= ? ";

    /** The tables of {@link #TRACK}, as whoever uses the library sees them. */
    public static final String TRACK_FROM = " FROM track t LEFT JOIN album al ON al.id = t.album_id"
            + AnnotationRows.JOIN + "= " + AnnotationRows.LISTENER + " ";

    public static final String ALBUM =
            "a.id, a.title, a.artist, a.year, a.compilation, a.reason, a.tracks, a.duration_ms";
    public static final String ALBUM_THERE = "a.tracks > 0";

    public static final String ARTIST = "r.id, r.name, r.sort, r.tracks, r.albums";
    public static final String ARTIST_THERE = "(r.tracks > 0 OR r.albums > 0)";

    private Rows() {}

    public static Track track(ResultSet row) throws SQLException {
        Long album = Sql.longOrNull(row, 4);
        return new Track(
                new TrackId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                album == null ? null : new Track.AlbumRef(new AlbumId(album), row.getString(5), row.getString(6)),
                new Track.Position(
                        Sql.intOrNull(row, 7), Sql.intOrNull(row, 8), Sql.intOrNull(row, 9), Sql.intOrNull(row, 10)),
                Errors.millis(Sql.longOrNull(row, 11)),
                row.getString(12),
                genres(row.getString(13)),
                AnnotationRows.of(row, 14));
    }

    private static List<String> genres(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(TrackRows.SEPARATOR));
    }

    public static Album album(ResultSet row) throws SQLException {
        return new Album(
                new AlbumId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                Sql.intOrNull(row, 4),
                row.getInt(5) != 0,
                row.getInt(7),
                Duration.ofMillis(row.getLong(8)),
                row.getString(6));
    }

    public static Artist artist(ResultSet row) throws SQLException {
        return new Artist(
                new ArtistId(row.getLong(1)), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5));
    }

    static List<Track> tracks(Sql sql, List<Long> ids, long listener) throws SQLException {
        return byIds(sql, "SELECT " + TRACK + " FROM " + ids(Kind.TRACK) + OF_TRACK, ids, 1, Rows::track, listener);
    }

    static List<Album> albums(Sql sql, List<Long> ids) throws SQLException {
        return byIds(sql, "SELECT " + ALBUM + " FROM " + ids(Kind.ALBUM), ids, 1, Rows::album);
    }

    static List<Artist> artists(Sql sql, List<Long> ids) throws SQLException {
        return byIds(sql, "SELECT " + ARTIST + " FROM " + ids(Kind.ARTIST), ids, 1, Rows::artist);
    }

    static List<Genre> genres(Sql sql, List<Long> ids) throws SQLException {
        return byIds(
                sql,
                "SELECT g.id, g.name, g.tracks FROM " + ids(Kind.GENRE),
                ids,
                1,
                row -> new Genre(row.getString(2), row.getInt(3)));
    }

    /** The rows of a kind whose ids are asked for. */
    static String ids(Kind kind) {
        return "json_each(?) j" + kind.join("j.value");
    }

    /**
     * Fetches rows by their ids, in this order.
     *
     * @param query asks for {@link #ids} first
     * @param idColumn where the id stands
     * @param more other values that the query asks for
     */
    static <T> List<T> byIds(Sql sql, String query, List<Long> ids, int idColumn, Sql.Mapper<T> mapper, Object... more)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Object>();
        values.add(ids.toString());
        values.addAll(List.of(more));
        var rows = new HashMap<Long, T>();
        for (var row : sql.list(query, row -> Map.entry(row.getLong(idColumn), mapper.map(row)), values.toArray())) {
            rows.put(row.getKey(), row.getValue());
        }
        return ids.stream().map(rows::get).toList();
    }
}

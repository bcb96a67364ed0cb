package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.LibraryCounts;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.support.TextFolding;

/** Lists, page by page, and counts. */
public final class Browse {
    private Browse() {}

    /** Conditions of a query with their values. */
    private static final class Where {
        private final StringBuilder text = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object... more) {
            text.append(text.isEmpty() ? " WHERE " : " AND ").append(condition);
            values.addAll(List.of(more));
        }
    }

    public static Page<Track> tracks(Sql sql, TrackFilter filter, PageRequest page) throws SQLException {
        boolean ofAlbum = filter.album() != null;
        String sort = ofAlbum ? "album_place" : "sort";
        var where = new Where();
        where.and("t.visible = 1");
        if (ofAlbum) {
            where.and("t.album_id = ?", filter.album().value());
        }
        if (filter.artist() != null) {
            where.and(
                    "t.id IN (SELECT track_id FROM track_artist WHERE artist_id = ?)",
                    filter.artist().value());
        }
        if (filter.genre() != null) {
            where.and(
                    "t.id IN (SELECT x.track_id FROM genre g JOIN track_genre x ON x.genre_id = g.id WHERE g.name_key = ?)",
                    TextFolding.key(filter.genre()));
        }
        if (filter.fromYear() != null) {
            where.and("t.year >= ?", filter.fromYear());
        }
        if (filter.toYear() != null) {
            where.and("t.year <= ?", filter.toYear());
        }
        if (filter.folder() != null && !filter.folder().isEmpty()) {
            String folder = filter.folder().replaceAll("/+$", "");
            // '0' is the character after '/'
            where.and(
                    "t.id IN (SELECT f.track_id FROM folder d JOIN file f ON f.folder_id = d.id WHERE f.state <> 4"
                            + " AND (d.path = ? OR d.path >= ? AND d.path < ?))",
                    folder,
                    folder + "/",
                    folder + "0");
        }
        if (filter.favourite() != null) {
            where.and(
                    "t.id " + (filter.favourite() ? "" : "NOT ") + "IN (SELECT track_id FROM annotation"
                            + " WHERE listener_id = ? AND favourite = 1)",
                    AnnotationRows.LISTENER);
        }
        if (filter.minRating() != null && filter.minRating() > 0) {
            where.and(
                    "t.id IN (SELECT track_id FROM annotation WHERE listener_id = ? AND rating >= ? AND rating > 0)",
                    AnnotationRows.LISTENER,
                    filter.minRating());
        }
        after(where, "t", sort, ofAlbum ? 'p' : 't', page);
        var rows = sql.list(
                "SELECT " + Rows.TRACK + Rows.TRACK_FROM + where.text + order("t", sort),
                row -> new Keyed<>(Rows.track(row), row.getString(sort), row.getLong("id")),
                where.values.toArray());
        return Keyed.page(rows, ofAlbum ? 'p' : 't', page);
    }

    public static Page<Album> albums(Sql sql, AlbumFilter filter, PageRequest page) throws SQLException {
        var where = new Where();
        where.and(Rows.ALBUM_THERE);
        if (filter.artist() != null) {
            where.and("a.artist_id = ?", filter.artist().value());
        }
        if (filter.genre() != null) {
            where.and(
                    "a.id IN (SELECT t.album_id FROM genre g JOIN track_genre x ON x.genre_id = g.id"
                            + " JOIN track t ON t.id = x.track_id WHERE g.name_key = ? AND t.visible = 1)",
                    TextFolding.key(filter.genre()));
        }
        if (filter.fromYear() != null) {
            where.and("a.year >= ?", filter.fromYear());
        }
        if (filter.toYear() != null) {
            where.and("a.year <= ?", filter.toYear());
        }
        after(where, "a", "sort", 'a', page);
        var rows = sql.list(
                "SELECT " + Rows.ALBUM + " FROM album a" + where.text + order("a", "sort"),
                row -> new Keyed<>(Rows.album(row), row.getString("sort"), row.getLong("id")),
                where.values.toArray());
        return Keyed.page(rows, 'a', page);
    }

    public static Page<Artist> artists(Sql sql, PageRequest page) throws SQLException {
        var where = new Where();
        where.and(Rows.ARTIST_THERE);
        after(where, "r", "sort", 'r', page);
        var rows = sql.list(
                "SELECT " + Rows.ARTIST + " FROM artist r" + where.text + order("r", "sort"),
                row -> new Keyed<>(Rows.artist(row), row.getString("sort"), row.getLong("id")),
                where.values.toArray());
        return Keyed.page(rows, 'r', page);
    }

    public static LibraryCounts counts(Sql sql) throws SQLException {
        return new LibraryCounts(
                sql.number("SELECT count(*) FROM track WHERE visible = 1"),
                sql.number("SELECT count(*) FROM album WHERE tracks > 0"),
                sql.number("SELECT count(*) FROM artist r WHERE " + Rows.ARTIST_THERE),
                sql.number("SELECT count(*) FROM file WHERE state <> 4"),
                sql.number("SELECT count(*) FROM file WHERE state = 4"),
                sql.number("SELECT count(*) FROM file WHERE state = 3"));
    }

    private static String order(String table, String sort) {
        return " ORDER BY " + table + "." + sort + ", " + table + ".id LIMIT ?";
    }

    /** Goes on behind the last row; a list takes its own cursors only. */
    private static void after(Where where, String table, String sort, char list, PageRequest page) {
        var position = Keyed.after(page, list);
        if (position != null) {
            where.and("(" + table + "." + sort + ", " + table + ".id) > (?, ?)", position.key(), position.id());
        }
        where.values.add(page.limit() + 1);
    }
}

package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.AlbumQuery;
import org.musicplatform.core.api.library.AlbumSort;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/** Lists of albums, page by page. */
public final class AlbumPages {

    private static final Condition THERE = Condition.of(Rows.ALBUM_THERE);

    /** How many tracks albums have, about. */
    private static final int TRACKS_OF_ONE = 12;

    private AlbumPages() {}

    public static Page<Album> albums(Sql sql, AlbumQuery query, PageRequest page) throws SQLException {
        var cursors = new Cursors('a', query);
        return cursors.page(found(sql, query, cursors, page), page, ids -> Rows.albums(sql, ids));
    }

    private static List<Found> found(Sql sql, AlbumQuery query, Cursors cursors, PageRequest page) throws SQLException {
        int wanted = page.limit() + 1;
        var listing = listing(sql, query.filter());
        if (query.sort() == AlbumSort.RANDOM) {
            var after = cursors.afterRandom(page);
            return new RandomIds(sql, listing, query.seed(), query.descending(), after).find(wanted);
        }
        var segments = segments(query);
        return new OrderedIds(sql, listing, segments).find(cursors.after(page, segments), wanted);
    }

    static Listing listing(Sql sql, AlbumFilter filter) throws SQLException {
        long total = sql.number("SELECT max(id) FROM album");
        return new Listing(Kind.ALBUM, THERE, true, criteria(sql, filter, total), total);
    }

    static List<Segment> segments(AlbumQuery query) {
        return switch (query.sort()) {
            case TITLE -> List.of(by("album_sort", Condition.ALWAYS, query, "a.sort"));
            case ARTIST ->
                List.of(
                        by("album_artist_sort", Condition.of("a.artist_sort > ''"), query, "a.artist_sort", "a.sort"),
                        by("album_artist_sort", Condition.of("a.artist_sort = ''"), query, "a.sort"));
            case YEAR ->
                List.of(
                        by("album_year", Condition.of("a.year IS NOT NULL"), query, "a.year"),
                        by("album_year", Condition.of("a.year IS NULL"), query));
            case ADDED ->
                List.of(Segment.of(Kind.ALBUM, Kind.ALBUM.byId(), Condition.ALWAYS, List.of(), query.descending()));
            case RANDOM -> throw new IllegalArgumentException("no index has an order by chance");
        };
    }

    private static Segment by(String index, Condition where, AlbumQuery query, String... columns) {
        return Segment.of(Kind.ALBUM, Kind.ALBUM.by(index), where, List.of(columns), query.descending());
    }

    private record Counted(long id, long count) {}

    private static List<Criterion> criteria(Sql sql, AlbumFilter filter, long total) throws SQLException {
        var criteria = new ArrayList<Criterion>();
        Sql.Mapper<Counted> counted = row -> new Counted(row.getLong(1), row.getLong(2));
        if (filter.artist() != null) {
            var artist = sql.first(
                    "SELECT id, albums FROM artist WHERE id = ?",
                    counted,
                    filter.artist().value());
            if (artist == null) {
                throw Errors.notFound("artist " + filter.artist());
            }
            var where = Condition.of("a.artist_id = ?", artist.id());
            var gathering = Gathering.near(Kind.ALBUM.by("album_artist"), where, "a.id", false, artist.count());
            criteria.add(new Criterion(List.of(Probe.row(where)), gathering, artist.count()));
        }
        if (filter.genre() != null) {
            var genre = sql.first(
                    "SELECT id, tracks FROM genre WHERE name_key = ?", counted, TextFolding.key(filter.genre()));
            criteria.add(genre == null ? Criterion.NONE : genre(genre, total));
        }
        if (filter.years() != null) {
            var where = Condition.within(
                    "a.year", filter.years().from(), filter.years().to());
            var gathering = Gathering.far(Kind.ALBUM.by("album_year"), THERE.and(where), "a.id", false, total);
            criteria.add(new Criterion(List.of(Probe.row(where)), gathering, total));
        }
        return criteria;
    }

    /** Albums with a track of a genre: to gather them leads through its tracks, to ask one through those of the album. */
    private static Criterion genre(Counted genre, long total) {
        var probe = Condition.of(
                "EXISTS (SELECT 1 FROM track t INDEXED BY track_album CROSS JOIN track_genre x ON x.track_id = t.id"
                        + " WHERE t.album_sort = a.sort AND t.album_id = a.id AND t.visible = 1 AND x.genre_id = ?)",
                genre.id());
        var tables = Condition.of(
                "(SELECT DISTINCT t.album_id AS id FROM track_genre x INDEXED BY track_genre_genre"
                        + Kind.TRACK.join("x.track_id")
                        + " WHERE x.genre_id = ? AND t.visible = 1 AND t.album_id IS NOT NULL) m",
                genre.id());
        long albums = 1 + genre.count() / TRACKS_OF_ONE;
        double each = TRACKS_OF_ONE * Probe.LOOK;
        var gathering = new Gathering(tables, Condition.ALWAYS, "m.id", false, albums, each);
        return new Criterion(List.of(new Probe(probe, false, 0, each)), gathering, albums);
    }
}

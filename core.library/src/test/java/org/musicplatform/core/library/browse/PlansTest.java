package org.musicplatform.core.library.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.AlbumQuery;
import org.musicplatform.core.api.library.AlbumSort;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.library.browse.Segment.Place;
import org.musicplatform.core.library.database.Sql;

/** How SQLite carries the queries out: that no index is lost by accident. */
class PlansTest {

    private static final String SORTED = "USE TEMP B-TREE FOR ORDER BY";

    @TempDir
    static Path folder;

    private static Sql sql;

    @BeforeAll
    static void fill() throws SQLException {
        sql = RowsByHand.fill(folder);
        sql.execute("ANALYZE");
    }

    @AfterAll
    static void close() throws SQLException {
        sql.close();
    }

    private static List<String> plan(Query query) throws SQLException {
        return sql.list(
                "EXPLAIN QUERY PLAN " + query.text(),
                row -> row.getString(4),
                query.values().toArray());
    }

    private static Listing listing(TrackFilter filter) throws SQLException {
        return TrackCriteria.listing(sql, filter, RowsByHand.LISTENER, 51);
    }

    /** Rows behind a place, of each part of an order. */
    private static final Map<TrackSort, List<String>> BEHIND = Map.of(
            TrackSort.TITLE, List.of("track_title (sort>?)"),
            TrackSort.ARTIST,
                    List.of(
                            "track_artist_album ((artist_sort,album_sort,album_id,album_place)>(?,?,?,?))",
                            "track_artist_album (artist_sort=? AND (album_sort,album_id,album_place)>(?,?,?))"),
            TrackSort.ALBUM,
                    List.of(
                            "track_album ((album_sort,album_id,album_place)>(?,?,?))",
                            "track_album (album_sort=? AND (album_id,album_place)>(?,?))"),
            TrackSort.YEAR, List.of("track_year (year>?)", "track_year (year=? AND id>?)"),
            TrackSort.ADDED, List.of("INTEGER PRIMARY KEY (rowid>?)"),
            TrackSort.PLAYED,
                    List.of("annotation_played (listener_id=? AND last_played>?)", "INTEGER PRIMARY KEY (rowid>?)"),
            TrackSort.RATING,
                    List.of("annotation_rating (listener_id=? AND rating>?)", "INTEGER PRIMARY KEY (rowid>?)"),
            TrackSort.DURATION, List.of("track_duration (duration_ms>?)", "track_duration (duration_ms=? AND id>?)"));

    @Test
    void an_order_goes_on_from_any_place_along_its_index() throws SQLException {
        for (TrackSort sort : BEHIND.keySet()) {
            var segments = TrackSegments.of(TrackOrder.by(sort), TrackFilter.ALL, RowsByHand.LISTENER);
            var backwards = TrackSegments.of(TrackOrder.by(sort).reversed(), TrackFilter.ALL, RowsByHand.LISTENER);
            for (int i = 0; i < segments.size(); i++) {
                var plans = plans(segments.get(i));
                assertTrue(
                        plans.get(plans.size() - 1)
                                .get(0)
                                .endsWith(BEHIND.get(sort).get(i)),
                        sort + ": " + plans);
                plans.addAll(plans(backwards.get(i)));
                for (List<String> plan : plans) {
                    assertTrue(plan.get(0).startsWith("SEARCH "), sort + ": " + plan);
                    assertFalse(plan.contains(SORTED), sort + ": " + plan);
                }
            }
        }
    }

    /** The plans for all ranges behind a place, those with an album that is not known first. */
    private static List<List<String>> plans(Segment segment) throws SQLException {
        var queries = new SegmentQueries(listing(TrackFilter.ALL), segment);
        assertFalse(plan(queries.walk(Condition.ALWAYS, 51)).contains(SORTED));
        var keys = new ArrayList<Object>(Collections.nCopies(segment.columns().size(), 5L));
        var places = new ArrayList<>(List.of(new Place(0, keys, 5)));
        if (segment.columns().contains("t.album_id")) {
            keys.set(segment.columns().indexOf("t.album_id"), null);
            places.add(0, new Place(0, keys, 5));
        }
        var plans = new ArrayList<List<String>>();
        for (Place place : places) {
            var ranges = segment.ranges(place);
            for (Condition range : ranges) {
                plans.add(plan(queries.walk(range, 51)));
                assertFalse(plan(queries.further(range, 51)).contains(SORTED));
            }
            String same = plans.get(plans.size() - ranges.size()).get(0);
            assertTrue(same.matches(".*\\b(id|rowid|track_id)[<>]\\?\\)"), same);
        }
        return plans;
    }

    /** How a row is asked for each filter, and how all that it lets through are found. */
    private static final Map<String, List<String>> FILTERED = Map.of(
            "artist", List.of("track_artist_artist (artist_id=? AND track_id=?)", "track_artist_artist (artist_id=?)"),
            "genre", List.of("track_genre_genre (genre_id=? AND track_id=?)", "track_genre_genre (genre_id=?)"),
            "source", List.of("file_track (track_id=? AND source_id=?)", "file_source (source_id=? AND track_id>?)"),
            "folder", List.of("file_track (track_id=?)", "file_folder (folder_id=?)"),
            "format", List.of("file_track (track_id=?)", "file_track (track_id>?)"),
            "rating",
                    List.of(
                            "PRIMARY KEY (listener_id=? AND track_id=?)",
                            "annotation_rating (listener_id=? AND rating>?)"),
            "played",
                    List.of(
                            "PRIMARY KEY (listener_id=? AND track_id=?)",
                            "annotation_played (listener_id=? AND last_played>?)"),
            "favourite",
                    List.of(
                            "annotation_favourite (listener_id=? AND track_id=?)",
                            "annotation_favourite (listener_id=?)"),
            "years", List.of("SCAN t", "track_year (year>? AND year<?)"),
            "album", List.of("SCAN t", "track_album (album_sort=? AND album_id=?)"));

    @Test
    void a_filter_is_asked_and_gathered_by_its_index() throws SQLException {
        for (var filter : RowsByHand.filters().entrySet()) {
            var listing = listing(filter.getValue());
            var expected = FILTERED.get(filter.getKey());
            for (TrackOrder order : RowsByHand.orders()) {
                for (Segment segment : TrackSegments.of(order, filter.getValue(), RowsByHand.LISTENER)) {
                    var queries = new SegmentQueries(listing, segment);
                    for (double likely : new double[] {0, 1e9}) {
                        var walk = plan(queries.walk(Condition.ALWAYS, 51, 1_000, likely));
                        assertFalse(walk.contains(SORTED), walk::toString);
                        assertNothingIsSearchedThrough(walk.subList(2, walk.size()));
                        if (likely == 0) {
                            assertTrue(walk.stream().anyMatch(step -> step.endsWith(expected.get(0))), walk::toString);
                        }
                    }
                    var gathered =
                            plan(queries.gather(new Strategy(listing.criteria().get(0), 100, 0), null, 51));
                    assertNothingIsSearchedThrough(gathered);
                    assertTrue(gathered.stream().anyMatch(step -> step.endsWith(expected.get(1))), gathered::toString);
                }
            }
        }
    }

    /** Only what is small may be: rows of the walk that were passed on, lists of values, formats. */
    private static void assertNothingIsSearchedThrough(List<String> plan) {
        for (String step : plan) {
            assertTrue(
                    !step.startsWith("SCAN ") || step.matches("SCAN (t|w|o|j VIRTUAL TABLE.*)"),
                    () -> step + " in " + plan);
        }
    }

    @Test
    void a_filter_that_has_the_order_is_not_sorted() throws SQLException {
        var inOrder = new HashMap<String, TrackSort>();
        for (String filter : List.of("artist", "genre", "source", "format", "favourite")) {
            inOrder.put(filter, TrackSort.ADDED);
        }
        inOrder.put("years", TrackSort.YEAR);
        inOrder.put("album", TrackSort.ALBUM);
        for (var filter : inOrder.entrySet()) {
            var asked = RowsByHand.filters().get(filter.getKey());
            var listing = listing(asked);
            var order = TrackOrder.by(filter.getValue());
            var segment = TrackSegments.of(order, asked, RowsByHand.LISTENER).get(0);
            var criterion = listing.criteria().get(0);
            assertTrue(criterion.gathering().isInOrder(segment), filter::toString);
            var plan = plan(new SegmentQueries(listing, segment).gather(new Strategy(criterion, 51, 0), null, 51));
            assertFalse(plan.contains(SORTED), plan::toString);
        }
    }

    @Test
    void two_filters_are_asked_one_by_one_whichever_is_gathered() throws SQLException {
        var filters = RowsByHand.filters();
        for (String other : List.of("folder", "source", "genre", "years", "favourite")) {
            var filter = filters.get(other).withArtist(new ArtistId(2));
            var listing = listing(filter);
            var segment = TrackSegments.of(TrackOrder.by(TrackSort.TITLE), filter, RowsByHand.LISTENER)
                    .get(0);
            for (Criterion criterion : listing.criteria()) {
                for (double rows : new double[] {1, 1e9}) {
                    var plan = plan(
                            new SegmentQueries(listing, segment).gather(new Strategy(criterion, rows, 0), null, 51));
                    assertNothingIsSearchedThrough(plan);
                    // a list of ids is looked into for each row, and does not take the place of the index
                    assertTrue(
                            plan.stream().noneMatch(step -> step.matches("SEARCH m .*track_id=\\?\\)")),
                            plan::toString);
                }
            }
        }
    }

    @Test
    void rows_are_fetched_by_their_ids() throws SQLException {
        var plan = plan(new Query(
                "SELECT " + Rows.TRACK + " FROM " + Rows.ids(Kind.TRACK) + Rows.OF_TRACK, List.of("[1,2]", 1)));
        assertEquals("SEARCH t USING INTEGER PRIMARY KEY (rowid=?)", plan.get(1));
        assertEquals("SEARCH al USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN", plan.get(2));
        assertEquals("SEARCH an USING PRIMARY KEY (listener_id=? AND track_id=?) LEFT-JOIN", plan.get(3));
    }

    @Test
    void albums_are_listed_along_their_indexes() throws SQLException {
        var behind = Map.of(
                AlbumSort.TITLE, "album_sort (sort>?)",
                AlbumSort.ARTIST, "album_artist_sort ((artist_sort,sort)>(?,?))",
                AlbumSort.YEAR, "album_year (year>?)",
                AlbumSort.ADDED, "INTEGER PRIMARY KEY (rowid>?)");
        for (AlbumSort sort : behind.keySet()) {
            var query = new AlbumQuery(AlbumFilter.ALL, sort);
            var segment = AlbumPages.segments(query).get(0);
            var queries = new SegmentQueries(AlbumPages.listing(sql, query.filter()), segment);
            var keys =
                    new ArrayList<Object>(Collections.nCopies(segment.columns().size(), 5L));
            var ranges = segment.ranges(new Place(0, keys, 5));
            var plan = plan(queries.walk(ranges.get(ranges.size() - 1), 51));
            assertTrue(plan.get(0).endsWith(behind.get(sort)), plan::toString);
            assertFalse(plan.contains(SORTED), plan::toString);
            for (AlbumFilter filter : List.of(
                    AlbumFilter.ALL.withArtist(new ArtistId(1)),
                    AlbumFilter.ALL.withGenre("G"),
                    AlbumFilter.ALL.withYears(1991, 1992))) {
                var listing = AlbumPages.listing(sql, filter);
                var filtered = new SegmentQueries(listing, segment);
                var strategy = new Strategy(listing.criteria().get(0), 51, 0);
                assertNothingIsSearchedThrough(plan(filtered.gather(strategy, null, 51)).stream()
                        .filter(step -> !step.equals("SCAN m"))
                        .toList());
                var walk = plan(filtered.walk(Condition.ALWAYS, 51, 1_000, 0));
                assertFalse(walk.contains(SORTED), walk::toString);
            }
        }
    }
}

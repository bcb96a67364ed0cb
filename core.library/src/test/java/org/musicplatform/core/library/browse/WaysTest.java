package org.musicplatform.core.library.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.library.browse.Segment.Place;
import org.musicplatform.core.library.database.Sql;

/** Whichever way is chosen by what it costs, it finds the same rows. */
class WaysTest {

    private static final int ALL = RowsByHand.TRACKS;

    @TempDir
    static Path folder;

    private static Sql sql;

    @BeforeAll
    static void fill() throws SQLException {
        sql = RowsByHand.fill(folder);
    }

    @AfterAll
    static void close() throws SQLException {
        sql.close();
    }

    private static List<Place> places(Segment segment, Query query) throws SQLException {
        return sql.list(query.text(), row -> place(segment, row), query.values().toArray());
    }

    private static Place place(Segment segment, ResultSet row) throws SQLException {
        var keys = new ArrayList<Object>();
        for (int i = 0; i < segment.columns().size(); i++) {
            keys.add(row.getObject(i + 2));
        }
        return new Place(0, keys, row.getLong(1));
    }

    private static List<Place> once(List<Place> places) {
        return List.copyOf(new LinkedHashSet<>(places));
    }

    @Test
    void to_walk_to_walk_so_far_and_to_gather_find_the_same() throws SQLException {
        for (var filter : RowsByHand.filters().entrySet()) {
            var listing = TrackCriteria.listing(sql, filter.getValue(), RowsByHand.LISTENER, 51);
            int found = 0;
            for (TrackOrder order : RowsByHand.orders()) {
                for (Segment segment : TrackSegments.of(order, filter.getValue(), RowsByHand.LISTENER)) {
                    found += check(filter.getKey() + " by " + order, listing, segment);
                }
            }
            assertTrue(found > 50, filter::getKey);
        }
    }

    private static int check(String what, Listing listing, Segment segment) throws SQLException {
        var queries = new SegmentQueries(listing, segment);
        var walked = places(segment, queries.walk(Condition.ALWAYS, ALL));
        assertEquals(walked, places(segment, queries.walk(Condition.ALWAYS, ALL, ALL, 0)), what);
        assertEquals(walked, places(segment, queries.walk(Condition.ALWAYS, ALL, ALL, ALL)), what);
        var strategy = new Strategy(listing.criteria().get(0), ALL, 0);
        assertEquals(walked, once(places(segment, queries.gather(strategy, null, 2 * ALL))), what);
        if (queries.isOwn()) {
            var known = KnownIds.of(sql, listing, 0, true);
            var sieved = places(segment, queries.order(Condition.ALWAYS)).stream()
                    .filter(row -> known.contains(row.id()))
                    .toList();
            assertEquals(walked, sieved, what);
        }
        if (!walked.isEmpty()) {
            int at = walked.size() / 3;
            var behind = walked.subList(at + 1, walked.size());
            assertEquals(behind, once(places(segment, queries.gather(strategy, walked.get(at), 2 * ALL))), what);
            var ranges = new ArrayList<Place>();
            for (Condition range : segment.ranges(walked.get(at))) {
                ranges.addAll(places(segment, queries.walk(range, ALL)));
            }
            assertEquals(behind, ranges, what);
        }
        return walked.size();
    }

    @Test
    void a_walk_that_leads_further_than_was_thought_goes_on_or_gathers() throws SQLException {
        var order = TrackOrder.by(TrackSort.TITLE);
        var segments = TrackSegments.of(order, TrackFilter.ALL, RowsByHand.LISTENER);
        var last = Condition.of("t.sort = 't9'"); // the last of all titles
        var gathering = Gathering.far(Kind.TRACK.byId(), last, "t.id", true, 3_000);
        var probes = List.of(Probe.row(last));
        var expected = sql.list(
                "SELECT id FROM track WHERE visible = 1 AND sort = 't9' ORDER BY id LIMIT 20", row -> row.getLong(1));
        for (Gathering any : new Gathering[] {gathering, null}) {
            var believed = new Criterion(probes, any, ALL);
            var listing = new Listing(Kind.TRACK, TrackConditions.THERE, true, List.of(believed), ALL);
            assertTrue(Strategy.choose(listing, segments.get(0), 20).isWalk());
            var found = new OrderedIds(sql, listing, segments).find(null, 20);
            assertEquals(expected, found.stream().map(Found::id).toList());
        }
    }

    @Test
    void what_a_list_is_asked_for_is_known_from_its_second_page_on() throws SQLException {
        var order = TrackOrder.by(TrackSort.TITLE);
        var segments = TrackSegments.of(order, TrackFilter.ALL, RowsByHand.LISTENER);
        var where = Condition.of("t.id % 10 = 0");
        var gathering = Gathering.far(Kind.TRACK.byId(), where, "t.id", true, ALL / 10);
        var criterion = new Criterion(List.of(Probe.row(where)), gathering, ALL / 10);
        var listing = new Listing(Kind.TRACK, TrackConditions.THERE, true, List.of(criterion), ALL);
        var ids = new OrderedIds(sql, listing, segments);
        var expected = sql.list(
                "SELECT id FROM track WHERE visible = 1 AND id % 10 = 0 ORDER BY sort, id LIMIT 50",
                row -> row.getLong(1));
        var found = new ArrayList<>(ids.find(null, 10));
        assertNull(sql.remembered(gathering, BitSet.class), "one page is not worth it");
        while (found.size() < 50) {
            found.addAll(ids.find(found.get(found.size() - 1).place(), 10));
        }
        assertNotNull(sql.remembered(gathering, BitSet.class));
        assertEquals(expected, found.stream().map(Found::id).toList());
    }

    @Test
    void what_is_known_of_rows_that_lie_together_leads_no_further_than_to_gather_them() throws SQLException {
        var segments = TrackSegments.of(TrackOrder.by(TrackSort.TITLE), TrackFilter.ALL, RowsByHand.LISTENER);
        var last = Condition.of("t.sort = 't9'");
        var gathering = Gathering.far(Kind.TRACK.byId(), last, "t.id", true, 100);
        var criterion = new Criterion(List.of(Probe.row(last)), gathering, ALL / 2);
        var listing = new Listing(Kind.TRACK, TrackConditions.THERE, true, List.of(criterion), ALL);
        var first = sql.first(
                "SELECT id FROM track WHERE visible = 1 ORDER BY sort, id",
                row -> new Place(0, List.of("a"), row.getLong(1)));
        var expected = sql.list(
                "SELECT id FROM track WHERE visible = 1 AND sort = 't9' ORDER BY id LIMIT 20", row -> row.getLong(1));
        var found = new OrderedIds(sql, listing, segments).find(first, 20);
        assertEquals(expected, found.stream().map(Found::id).toList());
    }

    @Test
    void an_order_by_chance_is_the_same_whether_it_is_walked_or_gathered() throws SQLException {
        for (var filter : RowsByHand.filters().entrySet()) {
            var listing = TrackCriteria.listing(sql, filter.getValue(), RowsByHand.LISTENER, ALL);
            var criterion = listing.criteria().get(0);
            var rare = new Gathering(
                    criterion.gathering().tables(),
                    criterion.gathering().where(),
                    criterion.gathering().id(),
                    criterion.gathering().inOrder(),
                    1,
                    1);
            var gathered = ids(listing, new Criterion(criterion.probes(), rare, 1));
            var walked = ids(listing, new Criterion(criterion.probes(), null, ALL));
            assertTrue(gathered.size() > 5, filter::getKey);
            assertEquals(gathered, walked, filter::getKey);
        }
    }

    private static List<Long> ids(Listing like, Criterion criterion) throws SQLException {
        var listing = new Listing(like.kind(), like.shown(), true, List.of(criterion), like.total());
        var found = new RandomIds(sql, listing, 5, false, null).find(ALL);
        return found.stream().map(Found::id).toList();
    }
}

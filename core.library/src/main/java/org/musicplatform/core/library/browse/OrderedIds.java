package org.musicplatform.core.library.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.library.browse.Segment.Place;
import org.musicplatform.core.library.database.Sql;

/** Finds the ids of a page of a list, part after part of its order. */
final class OrderedIds {

    private final Sql sql;
    private final Listing listing;
    private final List<Segment> segments;

    OrderedIds(Sql sql, Listing listing, List<Segment> segments) {
        this.sql = sql;
        this.listing = listing;
        this.segments = segments;
    }

    /**
     * Finds rows behind a place.
     *
     * @param after where to go on, null at the beginning
     * @param wanted how many at most
     */
    List<Found> find(Place after, int wanted) throws SQLException {
        var found = new ArrayList<Found>();
        Place place = after;
        for (int at = after == null ? 0 : after.segment(); at < segments.size() && found.size() < wanted; at++) {
            var part = new Part(at, wanted, after != null);
            boolean more = true;
            while (more && found.size() < wanted) {
                var rows = part.rows(place, wanted - found.size());
                more = rows.size() == wanted - found.size();
                for (Place row : rows) {
                    place = row;
                    // a track may be found by several files or roles
                    if (found.isEmpty() || found.get(found.size() - 1).id() != row.id()) {
                        found.add(new Found(row.id(), row));
                    }
                }
            }
            place = null;
        }
        return found;
    }

    /** The work in one part. */
    private final class Part {

        private static final long FEWEST_STEPS = 1_000;
        private static final int FURTHER = 4;

        private final int number;
        private final Segment segment;
        private final SegmentQueries queries;
        private Strategy strategy;
        private final KnownIds known; // null when that is not worth it

        Part(int number, int wanted, boolean goesOn) throws SQLException {
            this.number = number;
            this.segment = segments.get(number);
            this.queries = new SegmentQueries(listing, segment);
            this.strategy = Strategy.choose(listing, segment, wanted);
            this.known = known(wanted, goesOn);
        }

        private KnownIds known(int wanted, boolean goesOn) throws SQLException {
            if (listing.criteria().isEmpty() || !listing.walkable() || !queries.isOwn()) {
                return null;
            }
            double cost = wanted / listing.share(null) * Probe.TAKEN;
            return cost < strategy.cost() ? KnownIds.of(sql, listing, strategy.cost() - cost, goesOn) : null;
        }

        List<Place> rows(Place place, int wanted) throws SQLException {
            var sieved = known != null ? sieve(place, wanted) : null;
            if (sieved != null) {
                return sieved;
            }
            var walked = strategy.isWalk() ? walk(place, wanted) : null;
            return walked != null ? walked : places(queries.gather(strategy, place, wanted));
        }

        private List<Place> places(Query query) throws SQLException {
            return sql.list(query.text(), this::place, query.values().toArray());
        }

        private Place place(ResultSet row) throws SQLException {
            var keys = new ArrayList<Object>();
            for (int i = 0; i < segment.columns().size(); i++) {
                keys.add(row.getObject(i + 2));
            }
            return new Place(number, keys, row.getLong(1));
        }

        /** Goes through the order and takes what is known to meet all criteria; null when to gather became better. */
        private List<Place> sieve(Place place, int wanted) throws SQLException {
            var rows = new ArrayList<Place>();
            var other = Strategy.gathering(listing);
            long left = other == null ? Long.MAX_VALUE : (long) (FEWEST_STEPS + other.cost() / Probe.TAKEN);
            for (Condition range : ranges(place)) {
                var query = queries.order(range);
                long most = left;
                Long rest = sql.first(
                        query.text(),
                        row -> sieve(row, rows, wanted, most),
                        query.values().toArray());
                if (rows.size() == wanted) {
                    break;
                }
                left = rest == null ? left : rest;
                if (left == 0) {
                    return null;
                }
            }
            return rows;
        }

        /** Returns how many steps are left at the end. */
        private long sieve(ResultSet row, List<Place> rows, int wanted, long most) throws SQLException {
            long left = most;
            do {
                if (known.contains(row.getLong(1))) {
                    rows.add(place(row));
                }
                left--;
            } while (rows.size() < wanted && left > 0 && row.next());
            return left;
        }

        private List<Condition> ranges(Place place) {
            return place == null ? List.of(Condition.ALWAYS) : segment.ranges(place);
        }

        /**
         * Walks, at first not much further than the page should be: what is asked for may lie far behind. Returns null
         * when to gather became better.
         */
        private List<Place> walk(Place place, int wanted) throws SQLException {
            var ranges = ranges(place);
            if (listing.criteria().isEmpty()) {
                return walk(ranges, wanted, Long.MAX_VALUE, 0);
            }
            var other = Strategy.gathering(listing);
            double worth = other == null ? Double.MAX_VALUE : other.cost();
            double expected = strategy.steps();
            long steps = (long) Math.max(FEWEST_STEPS, Math.max(1.5 * expected, Math.min(4 * expected, steps(worth))));
            var rows = walk(ranges, wanted, steps, expected);
            while (rows == null) {
                steps *= FURTHER;
                if (Strategy.walking(listing, steps, Probe.STEP) > worth) {
                    strategy = other;
                    return null;
                }
                rows = walk(ranges, wanted, steps, steps);
            }
            return rows;
        }

        /** How many steps cost so much. */
        private double steps(double cost) {
            double many = listing.total();
            return cost / (Strategy.walking(listing, many, Probe.STEP) / many);
        }

        /** Walks a number of steps; returns null when there would be more to find behind these. */
        private List<Place> walk(List<Condition> ranges, int wanted, long steps, double likely) throws SQLException {
            boolean bounded = steps < listing.total();
            var rows = new ArrayList<Place>();
            for (int i = 0; i < ranges.size() && rows.size() < wanted; i++) {
                var range = ranges.get(i);
                int missing = wanted - rows.size();
                double some = i < ranges.size() - 1 ? 0 : likely; // few have the same in the columns as the last row
                var walked = places(bounded ? queries.walk(range, missing, steps, some) : queries.walk(range, missing));
                if (bounded && walked.size() < missing && goesOn(range, steps)) {
                    return null;
                }
                rows.addAll(walked);
            }
            return rows;
        }

        private boolean goesOn(Condition range, long steps) throws SQLException {
            var query = queries.further(range, steps);
            return sql.first(query.text(), row -> true, query.values().toArray()) != null;
        }
    }
}

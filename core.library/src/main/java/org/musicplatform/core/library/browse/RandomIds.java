package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.musicplatform.core.library.browse.Segment.Place;
import org.musicplatform.core.library.database.Sql;

/**
 * Finds the ids of a page of a list in an order by chance: the positions of a permutation of ids are gone through, or
 * those of gathered ids are sorted. A place holds how many bits the permutation has, and a position; so a list goes on
 * in its order when the library grows meanwhile.
 */
final class RandomIds {

    private static final int MOST_AT_ONCE = 4_096;
    private static final int FEWEST_STEPS = 4_000;

    /** What a position costs, and a gathered id: in microseconds, about. */
    private static final double STEP = 0.4;

    private static final double ID = 0.12;

    private final Sql sql;
    private final Listing listing;
    private final Permutation permutation;
    private final boolean backwards;
    private final long first;

    /**
     * @param after where to go on, null at the beginning
     */
    RandomIds(Sql sql, Listing listing, long seed, boolean backwards, Place after) throws SQLException {
        this.sql = sql;
        this.listing = listing;
        this.backwards = backwards;
        int bits = after == null
                ? Permutation.bits(
                        sql.number("SELECT max(id) FROM " + listing.kind().table()))
                : ((Number) after.keys().get(0)).intValue();
        this.permutation = new Permutation(seed, bits);
        this.first = after == null ? 0 : after.id() + 1;
    }

    /** Tells whether a place can be one of these lists. */
    static boolean isPlace(Place place) {
        return place.keys().size() == 1
                && place.keys().get(0) instanceof Long bits
                && bits >= Permutation.FEWEST_BITS
                && bits <= Permutation.MOST_BITS
                && place.id() >= 0
                && place.id() < 1L << bits;
    }

    List<Found> find(int wanted) throws SQLException {
        var gathering = Strategy.gathering(listing);
        if (!listing.walkable()) {
            return gather(gathering, wanted);
        }
        double perTrack = permutation.size() / (double) Math.max(1, listing.total());
        double expected = Math.min(permutation.size(), perTrack * wanted / listing.share(null));
        double gathered = gathering == null ? Double.MAX_VALUE : cost(gathering);
        if (gathered < Strategy.walking(listing, expected, STEP)) {
            return gather(gathering, wanted);
        }
        var found = walk(wanted, gathered / STEP);
        return found != null ? found : gather(gathering, wanted);
    }

    /** What is gathered by one criterion alone is not looked at: ids are enough. */
    private double cost(Strategy gathering) {
        return listing.criteria().size() == 1 ? gathering.steps() * ID : gathering.cost();
    }

    /** Goes through positions; returns null when to gather would have been cheaper. */
    private List<Found> walk(int wanted, double most) throws SQLException {
        var found = new ArrayList<Found>();
        long steps = 0;
        int count = Math.max(64, 2 * wanted);
        for (long from = first; from < permutation.size() && found.size() < wanted; from += count, count *= 2) {
            if (steps > FEWEST_STEPS && steps > most) {
                return null;
            }
            count = (int) Math.min(Math.min(count, MOST_AT_ONCE), permutation.size() - from);
            steps += count;
            var positions = new long[count];
            for (int i = 0; i < count; i++) {
                positions[i] = from + i;
            }
            add(found, asked(positions), wanted);
        }
        return found;
    }

    private long idAt(long position) {
        return permutation.numberAt(backwards ? permutation.size() - 1 - position : position);
    }

    private long positionOf(long id) {
        long position = permutation.positionOf(id);
        return backwards ? permutation.size() - 1 - position : position;
    }

    private String ids(long[] positions) {
        var ids = new StringBuilder("[");
        for (long position : positions) {
            ids.append(ids.length() == 1 ? "" : ",").append(idAt(position));
        }
        return ids.append(']').toString();
    }

    /** Returns which positions meet the criteria, in order. */
    private long[] asked(long[] positions) throws SQLException {
        if (listing.criteria().isEmpty()) {
            return positions;
        }
        var probes = listing.probes(null, positions.length);
        String alias = listing.kind().alias();
        String tables = Probe.allById(probes)
                ? "(SELECT value AS id FROM json_each(?)) " + alias
                : "json_each(?) j" + listing.kind().join("j.value");
        return positions(tables, ids(positions), Probe.all(probes));
    }

    private long[] positions(String tables, String ids, Condition condition) throws SQLException {
        var values = new ArrayList<Object>();
        values.add(ids);
        values.addAll(condition.values());
        var found = sql.list(
                "SELECT " + listing.kind().id() + " FROM " + tables + " WHERE " + condition.text(),
                row -> positionOf(row.getLong(1)),
                values.toArray());
        return found.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Adds those that are shown. */
    private void add(List<Found> found, long[] positions, int wanted) throws SQLException {
        if (positions.length == 0) {
            return;
        }
        var shown = positions("json_each(?) j" + listing.kind().join("j.value"), ids(positions), listing.shown());
        for (int i = 0; i < shown.length && found.size() < wanted; i++) {
            var place = new Place(0, List.of((long) permutation.bits()), shown[i]);
            found.add(new Found(idAt(shown[i]), place));
        }
    }

    private List<Found> gather(Strategy strategy, int wanted) throws SQLException {
        var gathering = strategy.gathered().gathering();
        var others = listing.probes(strategy.gathered(), gathering.rows());
        var condition = gathering.where().and(Probe.all(others));
        boolean alone = others.isEmpty() || gathering.id().equals(listing.kind().id());
        String tables = gathering.tables().text() + (alone ? "" : listing.kind().join(gathering.id()));
        var values = new ArrayList<Object>(gathering.tables().values());
        values.addAll(condition.values());
        String query = "SELECT " + gathering.id() + " AS id FROM " + tables + " WHERE " + condition.text();
        long[] positions = Arrays.stream(Ids.read(sql, new Query(query, values)))
                .filter(id -> id < permutation.size())
                .map(this::positionOf)
                .filter(position -> position >= first)
                .sorted()
                .distinct()
                .toArray();
        var found = new ArrayList<Found>();
        for (int from = 0; from < positions.length && found.size() < wanted; from += 2 * wanted) {
            var part = Arrays.copyOfRange(positions, from, Math.min(positions.length, from + 2 * wanted));
            add(found, part, wanted);
        }
        return found;
    }
}

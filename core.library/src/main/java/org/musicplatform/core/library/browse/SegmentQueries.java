package org.musicplatform.core.library.browse;

import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.library.browse.Segment.Place;

/** The queries for the rows of a list in one part of its order: their ids, then what they are ordered by. */
final class SegmentQueries {

    private final Listing listing;
    private final Segment segment;
    private final Kind kind;
    /** Whether the listed rows themselves are ordered, and not those of another table that tells of them. */
    private final boolean own;

    SegmentQueries(Listing listing, Segment segment) {
        this.listing = listing;
        this.segment = segment;
        this.kind = listing.kind();
        this.own = segment.id().equals(kind.id());
    }

    /** All rows that meet a criterion, sorted. */
    Query gather(Strategy strategy, Place place, int wanted) {
        var gathering = strategy.gathered().gathering();
        String id = gathering.id();
        var tables = new StringBuilder(gathering.tables().text());
        if (segment.join() != null) {
            tables.append(segment.join()).append(id);
        }
        if (!id.equals(kind.id())) {
            tables.append(kind.join(id));
        }
        var where = Condition.all(List.of(
                place == null ? Condition.ALWAYS : segment.behind(place, id),
                gathering.where(),
                segment.where(),
                listing.shown(),
                Probe.all(listing.probes(strategy.gathered(), strategy.steps()))));
        return select(id, gathering.tables().values(), tables.toString(), where, wanted);
    }

    /** The rows of a range, asked one by one. */
    Query walk(Condition range, int wanted) {
        var probes = Probe.all(listing.probes(null, listing.total()));
        var where = Condition.all(List.of(range, segment.where(), listing.shown(), probes));
        return select(segment.id(), List.of(), segment.tables() + (own ? "" : kind.join(segment.id())), where, wanted);
    }

    /** The rows of a range, in order, asked nothing; only where {@link #isOwn}. */
    Query order(Condition range) {
        var where = Condition.all(List.of(range, segment.where(), listing.shown()));
        return select(segment.id(), List.of(), segment.tables(), where, Long.MAX_VALUE);
    }

    boolean isOwn() {
        return own;
    }

    private Query select(String id, List<Object> first, String tables, Condition where, long wanted) {
        var values = new ArrayList<Object>(first);
        values.addAll(where.values());
        values.add(wanted);
        var columns = new StringBuilder(id);
        segment.columns().forEach(column -> columns.append(", ").append(column));
        return new Query(
                "SELECT " + columns + " FROM " + tables + " WHERE " + where.text() + " ORDER BY " + segment.order(id)
                        + " LIMIT ?",
                values);
    }

    /**
     * The first rows of a range, asked one by one. They come in order, as the inner query gives them.
     *
     * @param likely how many steps there will be, about
     */
    Query walk(Condition range, int wanted, long steps, double likely) {
        var probes = listing.probes(null, likely);
        var asked = Probe.all(probes);
        boolean byId = Probe.allById(probes);
        boolean checked = own || !byId; // that they are shown, before they are asked
        String alias = kind.alias();
        var inner = new StringBuilder(byId ? segment.id() + " AS id" : alias + ".*");
        var outer = new StringBuilder(kind.id());
        for (int i = 0; i < segment.columns().size(); i++) {
            inner.append(", ")
                    .append(segment.columns().get(i))
                    .append(" AS key")
                    .append(i);
            outer.append(", key").append(i);
        }
        var steppedOn = Condition.all(List.of(range, segment.where(), checked ? listing.shown() : Condition.ALWAYS));
        var values = new ArrayList<Object>(steppedOn.values());
        values.add(steps);
        values.addAll(asked.values());
        // a limit of the inner query, which is none, lets its rows be asked before they are looked up
        String rows = "(SELECT " + inner + " FROM " + segment.tables()
                + (checked && !own ? kind.join(segment.id()) : "")
                + " WHERE " + steppedOn.text() + " ORDER BY " + segment.order(segment.id()) + " LIMIT ?) " + alias
                + " WHERE " + asked.text();
        if (!checked) {
            rows = "(SELECT " + alias + ".* FROM " + rows + " LIMIT -1) w" + kind.join("w.id") + " WHERE "
                    + listing.shown().text();
            values.addAll(listing.shown().values());
        }
        values.add(wanted);
        return new Query("SELECT " + outer + " FROM " + rows + " LIMIT ?", values);
    }

    /** Whether a range has more rows than a number. */
    Query further(Condition range, long steps) {
        var where = Condition.all(List.of(range, segment.where(), own ? listing.shown() : Condition.ALWAYS));
        var values = new ArrayList<Object>(where.values());
        values.add(steps);
        return new Query(
                "SELECT 1 FROM " + segment.tables() + " WHERE " + where.text() + " ORDER BY "
                        + segment.order(segment.id()) + " LIMIT 1 OFFSET ?",
                values);
    }
}

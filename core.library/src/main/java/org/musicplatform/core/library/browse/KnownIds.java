package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.musicplatform.core.library.database.Sql;

/**
 * The ids of all that meets each criterion of a list, kept by a connection until somebody writes: who goes through a list
 * asks for them page by page, and to look into memory costs a fraction of a look into an index.
 */
final class KnownIds {

    /** What it costs to find one of them, in microseconds, about. */
    private static final double FOUND = 0.35;

    /** So much may be spent for the pages that will follow, in microseconds. */
    private static final double MOST = 20_000;

    /** Ids beyond are not kept: there would be more room than rows. */
    private static final int HIGHEST = 1 << 26;

    private final List<BitSet> sets;

    private KnownIds(List<BitSet> sets) {
        this.sets = List.copyOf(sets);
    }

    /**
     * Returns the ids that are known, or null when some are not and are not worth to be found.
     *
     * @param saved what is saved by them at once, in microseconds
     * @param goesOn whether more pages were asked for, and will be
     */
    static KnownIds of(Sql sql, Listing listing, double saved, boolean goesOn) throws SQLException {
        var sets = new ArrayList<BitSet>();
        double cost = 0;
        for (Criterion criterion : listing.criteria()) {
            if (criterion.gathering() == null) {
                return null;
            }
            var known = sql.remembered(criterion.gathering(), BitSet.class);
            sets.add(known);
            cost += known == null ? criterion.gathering().rows() * FOUND : 0;
        }
        if (cost > (goesOn ? MOST : saved)) {
            return null;
        }
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i) == null) {
                sets.set(i, find(sql, listing.criteria().get(i).gathering()));
            }
            if (sets.get(i) == null) {
                return null;
            }
        }
        return new KnownIds(sets);
    }

    /** Finds and remembers them; returns null when one is too high. */
    private static BitSet find(Sql sql, Gathering gathering) throws SQLException {
        var found = new BitSet();
        for (long id : Ids.read(sql, gathering.ids())) {
            if (id > HIGHEST) {
                return null;
            }
            found.set((int) id);
        }
        sql.remember(gathering, found);
        return found;
    }

    /** Tells whether a row meets all criteria. */
    boolean contains(long id) {
        for (BitSet set : sets) {
            if (id > HIGHEST || !set.get((int) id)) {
                return false;
            }
        }
        return true;
    }
}

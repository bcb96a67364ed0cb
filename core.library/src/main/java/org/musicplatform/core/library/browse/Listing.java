package org.musicplatform.core.library.browse;

import java.util.List;

/**
 * Which rows a list holds.
 *
 * @param kind of what
 * @param shown what holds for all; indexes of the orders have these rows only
 * @param walkable whether there are such indexes
 * @param criteria what is asked for beyond that
 * @param total how many are shown without criteria, about
 */
record Listing(Kind kind, Condition shown, boolean walkable, List<Criterion> criteria, long total) {

    Listing {
        criteria = List.copyOf(criteria);
    }

    /** All that are shown. */
    static Listing all(Kind kind, Condition shown) {
        return new Listing(kind, shown, true, List.of(), 0);
    }

    /** Returns how a number of rows are asked for all criteria but one. */
    List<Probe> probes(Criterion but, double rows) {
        return criteria.stream()
                .filter(each -> each != but)
                .map(each -> each.probe(rows))
                .toList();
    }

    /** The share of rows that meet all criteria but one, if these have nothing to do with each other. */
    double share(Criterion but) {
        double share = 1;
        for (Criterion each : criteria) {
            if (each != but) {
                share *= Math.min(1, Math.max(1, each.matches()) / (double) Math.max(1, total));
            }
        }
        return share;
    }
}

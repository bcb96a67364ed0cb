package org.musicplatform.core.library.browse;

import java.util.List;

/**
 * One thing that a filter asks for.
 *
 * @param probes the ways to ask a row, one at least
 * @param gathering how all that meet it are found, or null when there is no way but asking each
 * @param matches how many meet it, about
 */
record Criterion(List<Probe> probes, Gathering gathering, long matches) {

    /** Nothing meets it. */
    static final Criterion NONE = new Criterion(List.of(Probe.index(Condition.NEVER)), Gathering.NOTHING, 0);

    Criterion {
        probes = List.copyOf(probes);
    }

    /** Returns the way that is the cheapest for a number of rows. */
    Probe probe(double rows) {
        var best = probes.get(0);
        for (Probe probe : probes) {
            if (probe.cost(rows) < best.cost(rows)) {
                best = probe;
            }
        }
        return best;
    }
}

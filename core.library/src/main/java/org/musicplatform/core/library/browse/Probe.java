package org.musicplatform.core.library.browse;

import java.util.List;

/**
 * How a row is asked whether it meets a criterion. Costs are in microseconds, about, as measured with a million tracks:
 * only how they compare matters.
 *
 * @param byId whether only the id of the row is needed for that
 * @param once what it costs to get ready
 * @param each what it costs to ask a row
 */
record Probe(Condition condition, boolean byId, double once, double each) {

    /** A step along an index. */
    static final double STEP = 0.12;

    /** A step along an index whose row is handed out. */
    static final double TAKEN = 0.45;

    /** A look into the part of an index that tells of one thing. */
    static final double LOOK = 0.4;

    /** A look into an index that tells of all rows, when they lie far apart. */
    static final double FAR_LOOK = 0.9;

    /** A look into a row, when they lie far apart. */
    static final double ROW = 1.1;

    /** A look into a row, when they lie side by side. */
    static final double NEAR_ROW = 0.35;

    /** To put a row on a list. */
    private static final double LISTED = 0.15;

    /** To look for a row on a list. */
    private static final double ON_LIST = 0.07;

    static Probe index(Condition condition) {
        return new Probe(condition, true, 0, LOOK);
    }

    static Probe farIndex(Condition condition) {
        return new Probe(condition, true, 0, FAR_LOOK);
    }

    static Probe row(Condition condition) {
        return new Probe(condition, false, 0, ROW);
    }

    /** Makes a list first. */
    static Probe list(Condition condition, long length) {
        return new Probe(condition, true, length * LISTED, ON_LIST);
    }

    double cost(double rows) {
        return once + rows * each;
    }

    static Condition all(List<Probe> probes) {
        return Condition.all(probes.stream().map(Probe::condition).toList());
    }

    static boolean allById(List<Probe> probes) {
        return probes.stream().allMatch(Probe::byId);
    }

    static double cost(List<Probe> probes, double rows) {
        return probes.stream().mapToDouble(probe -> probe.cost(rows)).sum();
    }
}

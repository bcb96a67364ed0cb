package org.musicplatform.core.library.browse;

/**
 * How the rows of a page are found: either the order is walked through and each row is asked whether it fits, which is
 * fast when many do; or all that meet a criterion are gathered and sorted, which is fast when these are few. What is
 * gathered may be in the order already.
 *
 * @param gathered by which criterion rows are gathered, null when the order is walked through
 * @param steps through how many rows it will lead, about
 * @param cost in microseconds, about
 */
record Strategy(Criterion gathered, double steps, double cost) {

    /** Chooses the cheapest one for a part of an order. */
    static Strategy choose(Listing listing, Segment segment, int limit) {
        var best = gathering(listing);
        if (listing.walkable()) {
            double steps = Math.min(listing.total(), limit / listing.share(null));
            best = cheaper(best, new Strategy(null, steps, walking(listing, steps, Probe.STEP)));
        }
        for (Criterion criterion : listing.criteria()) {
            var gathering = criterion.gathering();
            if (gathering != null && gathering.isInOrder(segment)) {
                double steps = Math.min(gathering.rows(), limit / listing.share(criterion));
                best = cheaper(best, gathering(listing, criterion, steps, gathering.each()));
            }
        }
        return best;
    }

    /** The cost of a walk. */
    static double walking(Listing listing, double steps, double step) {
        return steps * step + Probe.cost(listing.probes(null, steps), steps);
    }

    /** Chooses what to gather; null when there is nothing. */
    static Strategy gathering(Listing listing) {
        Strategy best = null;
        for (Criterion criterion : listing.criteria()) {
            var gathering = criterion.gathering();
            if (gathering != null) {
                best = cheaper(best, gathering(listing, criterion, gathering.rows(), gathering.each()));
            }
        }
        return best;
    }

    private static Strategy gathering(Listing listing, Criterion criterion, double steps, double each) {
        return new Strategy(criterion, steps, steps * each + Probe.cost(listing.probes(criterion, steps), steps));
    }

    private static Strategy cheaper(Strategy one, Strategy other) {
        return one == null || other.cost < one.cost ? other : one;
    }

    boolean isWalk() {
        return gathered == null;
    }
}

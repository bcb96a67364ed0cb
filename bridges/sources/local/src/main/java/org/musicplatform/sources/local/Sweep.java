package org.musicplatform.sources.local;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** When folders that nobody watches are looked at: seldom, as long as nothing changes in them. */
final class Sweep {

    private final long shortest;
    private final long longest;
    private final Deque<WatchTree.Node> ahead = new ArrayDeque<>();
    private long interval;
    private long next;
    private long everything;
    private boolean underWay;
    private boolean found;

    Sweep(WatchSettings settings, long now) {
        this.shortest = settings.shortest().toNanos();
        this.longest = settings.longest().toNanos();
        this.interval = shortest;
        this.next = now + interval;
        this.everything = now + longest;
    }

    /** Returns when there is something to do, {@link Long#MAX_VALUE} when there are no such folders. */
    long next(boolean needed) {
        return needed ? next : Long.MAX_VALUE;
    }

    void begin(Collection<WatchTree.Node> folders) {
        ahead.addAll(folders);
        underWay = !ahead.isEmpty();
        found = false;
    }

    boolean isUnderWay() {
        return underWay;
    }

    WatchTree.Node nextFolder() {
        var folder = ahead.poll();
        underWay = !ahead.isEmpty();
        return folder;
    }

    /** Something changed. */
    void found() {
        found = true;
    }

    /**
     * Ends a sweep.
     *
     * @return whether it is time to look at everything, since the time of a folder does not tell that a file in it was
     *     changed in place
     */
    boolean end(long now) {
        boolean all = now >= everything;
        if (all) {
            everything = now + longest;
        }
        interval = found ? shortest : Math.min(longest, interval * 2);
        next = Math.min(now + interval, everything);
        return all;
    }
}

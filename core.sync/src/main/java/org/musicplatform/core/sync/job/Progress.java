package org.musicplatform.core.sync.job;

import java.time.Clock;

/** Lets at most four progress events a second through. Used by one thread. */
final class Progress {

    static final long INTERVAL_MILLIS = 250;

    private final Clock clock;
    private long last = Long.MIN_VALUE;
    private Object told;

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** Tells whether a state is to be told now: it is news, and the last one is long enough ago. */
    boolean due(Object state) {
        long now = clock.millis();
        if (state.equals(told) || (last != Long.MIN_VALUE && now - last < INTERVAL_MILLIS)) {
            return false;
        }
        last = now;
        told = state;
        return true;
    }
}

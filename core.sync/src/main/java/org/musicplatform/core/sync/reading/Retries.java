package org.musicplatform.core.sync.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.musicplatform.core.support.BackOff;

/** When a file is looked at again. Three looks are all that it gets. */
public final class Retries {

    private static final int LOOKS = 3;
    private static final Duration NEXT_JOB = Duration.ofMinutes(2); // longer than a job waits
    private static final Duration QUEUED = Duration.ofSeconds(5);

    private final Clock clock;
    private final BackOff backOff;
    private final List<Duration> whileWritten;

    /**
     * @param backOff after failures that may pass
     * @param whileWritten after each look at a file that is still being written
     */
    public Retries(Clock clock, BackOff backOff, List<Duration> whileWritten) {
        this.clock = clock;
        this.backOff = backOff;
        this.whileWritten = whileWritten;
    }

    Instant now() {
        return clock.instant();
    }

    /** Null when it was looked at often enough. */
    Duration whileWritten(int attempts) {
        return attempts < whileWritten.size() ? whileWritten.get(attempts) : null;
    }

    /** Of a file that is gone the next listing tells; null when several did not. */
    Duration whenGone(int attempts) {
        return attempts + 1 < LOOKS ? NEXT_JOB : null;
    }

    /** How long ago a file that is still being written was first looked at, waits in queues included. */
    Duration sinceFirst(int attempts) {
        var waits = Duration.ZERO;
        for (int i = 0; i < Math.min(attempts, whileWritten.size()); i++) {
            waits = waits.plus(whileWritten.get(i)).plus(QUEUED);
        }
        return waits;
    }

    /** Null when it was looked at often enough. */
    Duration after(int attempts) {
        return attempts + 1 < LOOKS ? backOff.after(attempts + 1) : null;
    }

    /** After a number of failures to reach the source; null when it was tried often enough. */
    Duration afterAway(int failures) {
        return failures < LOOKS ? backOff.after(failures) : null;
    }
}

package org.musicplatform.core.sync.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.musicplatform.core.support.BackOff;

/** When a file is looked at again. Three looks are all that it gets. */
public final class Retries {

    private static final int LOOKS = 3;

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

    /** Null when it was looked at often enough. */
    Duration after(int attempts) {
        return attempts + 1 < LOOKS ? backOff.after(attempts + 1) : null;
    }

    /** After a number of failures to reach the source; null when it was tried often enough. */
    Duration afterAway(int failures) {
        return failures < LOOKS ? backOff.after(failures) : null;
    }
}

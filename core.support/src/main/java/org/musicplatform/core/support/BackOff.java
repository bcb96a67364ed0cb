package org.musicplatform.core.support;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures: twice as long each time up to a limit, and each time by chance half to one and a half
 * times as long, so that many who failed together do not come back together.
 */
public final class BackOff {

    private final Duration first;
    private final Duration most;
    private final DoubleSupplier chance;

    /**
     * Creates a back-off.
     *
     * @param first how long to wait after the first failure, on average
     * @param most the longest wait
     */
    public BackOff(Duration first, Duration most) {
        this(first, most, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Creates a back-off.
     *
     * @param first how long to wait after the first failure, on average
     * @param most the longest wait
     * @param chance numbers from 0 to 1
     */
    public BackOff(Duration first, Duration most, DoubleSupplier chance) {
        this.first = first;
        this.most = most;
        this.chance = chance;
    }

    /**
     * Tells how long to wait.
     *
     * @param failures how many failures there were, at least 1
     * @return above zero, at most the limit
     */
    public Duration after(int failures) {
        double factor = Math.pow(2, Math.min(failures, 60) - 1.0) * (0.5 + chance.getAsDouble());
        double nanos = Math.min(first.toNanos() * factor, most.toNanos());
        return Duration.ofNanos(Math.max(1, (long) nanos));
    }
}

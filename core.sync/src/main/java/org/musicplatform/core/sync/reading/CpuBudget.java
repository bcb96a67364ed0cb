package org.musicplatform.core.sync.reading;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps work at a share of a processor: a bucket that time fills and work empties, also below zero. Used by one thread.
 */
public final class CpuBudget {

    private static final long BURST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SAMPLE = TimeUnit.MILLISECONDS.toNanos(20);

    private final double share;
    private final LongSupplier used;
    private final LongSupplier clock;
    private double tokens;
    private long time;
    private long before;

    /**
     * @param percent of one processor, above 0
     * @param used processor time that the work has used until now, in nanoseconds
     * @param clock the time in nanoseconds
     */
    public CpuBudget(int percent, LongSupplier used, LongSupplier clock) {
        this.share = percent / 100.0;
        this.used = used;
        this.clock = clock;
        this.time = clock.getAsLong();
        this.before = used.getAsLong();
    }

    /** Tells how long to wait before more is begun, in nanoseconds; 0 when it may begin now. */
    public long waitNanos() {
        long now = clock.getAsLong();
        if (now - time >= SAMPLE) {
            long sum = used.getAsLong();
            tokens = Math.min(BURST * share, tokens + (now - time) * share - (sum - before));
            time = now;
            before = sum;
        }
        return tokens >= 0 ? 0 : Math.max(SAMPLE, (long) (-tokens / share));
    }
}

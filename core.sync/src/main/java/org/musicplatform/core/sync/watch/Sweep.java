package org.musicplatform.core.sync.watch;

import java.time.Duration;

/**
 * When a source that does not tell of changes is looked at again: soon after something changed, ever more rarely while
 * nothing does. Thread-safe.
 */
final class Sweep {

    private final Duration first;
    private final Duration last;
    private Duration interval; // guarded by this
    private long due; // in terms of nanoTime; guarded by this

    Sweep(Duration first, Duration last, long now) {
        this.first = first;
        this.last = last;
        this.interval = first;
        this.due = now + first.toNanos();
    }

    /** Notes that the source was looked at. */
    synchronized void looked(boolean changed, long now) {
        var twice = interval.multipliedBy(2);
        interval = changed ? first : twice.compareTo(last) < 0 ? twice : last;
        due = now + interval.toNanos();
    }

    /** How long until the next look, not negative. */
    synchronized Duration left(long now) {
        return Duration.ofNanos(Math.max(0, due - now));
    }

    /** Notes that a look was asked for: the next one is not due before that one had its time. */
    synchronized void asked(long now) {
        due = now + interval.toNanos();
    }
}

package org.musicplatform.core.sync.job;

import java.time.Duration;
import java.util.ArrayDeque;

/** How many files a second a job does, over the last seconds. Used under the lock of who owns it. */
final class Pace {

    private static final long WINDOW_MILLIS = 5_000;
    private static final long STEP_MILLIS = 200;

    private record Mark(long millis, long done) {}

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();

    /** Notes how many files are done; returns how many it is a second. */
    double note(long millis, long done) {
        if (marks.isEmpty() || millis - marks.getLast().millis() >= STEP_MILLIS) {
            marks.add(new Mark(millis, done));
        }
        while (marks.size() > 2 && millis - marks.getFirst().millis() > WINDOW_MILLIS) {
            marks.poll();
        }
        var first = marks.getFirst();
        long passed = millis - first.millis();
        return passed < STEP_MILLIS ? 0 : Math.max(0, done - first.done()) * 1_000.0 / passed;
    }

    /** Forgets what was: after a pause. */
    void restart() {
        marks.clear();
    }

    /** How long files take at a pace; null when that cannot be told. */
    static Duration left(long files, double rate) {
        return rate <= 0 || files < 0 ? null : Duration.ofMillis((long) Math.min(files * 1_000.0 / rate, 1e15));
    }
}

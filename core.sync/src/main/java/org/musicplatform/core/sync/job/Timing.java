package org.musicplatform.core.sync.job;

import java.time.Duration;
import java.util.List;

/**
 * How long things may take.
 *
 * @param call one call of a provider
 * @param whileWritten how long after each look a file that is still being written is looked at again
 * @param backOff how long after a first failure that may pass
 * @param gather how long what a watch tells of is gathered
 * @param sweepFirst how long after a look at a source that does not tell of changes the next one follows
 * @param sweepLast how long at most when nothing changes there
 */
public record Timing(
        Duration call,
        List<Duration> whileWritten,
        Duration backOff,
        Duration gather,
        Duration sweepFirst,
        Duration sweepLast) {

    /** What people wait for. */
    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(60),
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5)),
            Duration.ofSeconds(1),
            Duration.ofMillis(150),
            Duration.ofMinutes(5),
            Duration.ofHours(6));
}

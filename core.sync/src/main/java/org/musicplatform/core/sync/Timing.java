package org.musicplatform.core.sync;

import java.time.Duration;
import java.util.List;

/**
 * How long things may take.
 *
 * @param call one call of a provider
 * @param again how long after a failure a file that is still being written is looked at again
 */
record Timing(Duration call, List<Duration> again) {
    static final Timing DEFAULT =
            new Timing(Duration.ofSeconds(60), List.of(Duration.ofSeconds(1), Duration.ofSeconds(5)));
}

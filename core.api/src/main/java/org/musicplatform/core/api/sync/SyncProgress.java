package org.musicplatform.core.api.sync;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How far a job is.
 *
 * @param phase what it does: {@code listing}, {@code reading}, {@code finishing}; empty before it begins and at an end;
 *     not null
 * @param percent how much of the work is done, 0 to 100; never falls
 * @param rate files that needed nothing more per second, over the last seconds, of an ended job over all its time; at
 *     least 0
 * @param left how long it will still take, null when that cannot be told
 * @param listed true when all files are known, so that {@code counts.files} is final
 */
public record SyncProgress(String phase, int percent, double rate, Duration left, boolean listed)
        implements Serializable {

    /** Nothing is done yet. */
    public static final SyncProgress NONE = new SyncProgress("", 0, 0, null, false);

    public SyncProgress {
        Objects.requireNonNull(phase, "phase");
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must be 0 to 100: " + percent);
        }
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("rate must be at least 0: " + rate);
        }
    }
}

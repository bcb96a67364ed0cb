package org.musicplatform.core.api.sync;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a job did.
 *
 * @param status its last state, not null
 * @param failures what could not be read, by path, at most {@value #MAX_FAILURES}; {@code counts.failed} has them all; not null
 */
public record SyncReport(SyncStatus status, List<FileFailure> failures) implements Serializable {

    /** How many failures a report holds at most. */
    public static final int MAX_FAILURES = 10_000;

    public SyncReport {
        Objects.requireNonNull(status, "status");
        failures = List.copyOf(failures);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What came of bringing a library to the tables of today.
 *
 * @param from number of the last step that it had taken before
 * @param to number of the last step that it has taken now, or would have
 * @param steps what the steps in between do, not null
 * @param dryRun whether they were taken on a copy alone
 * @param took how long the steps took, not null
 * @param safetyCopy file with the library as it was before, null when there is none
 * @param findings what is wrong with the library after the steps, one sentence each, not null; a dry run tells here too
 *     why a step fails
 */
public record LibraryMigration(
        int from, int to, List<String> steps, boolean dryRun, Duration took, String safetyCopy, List<String> findings)
        implements Serializable {

    public LibraryMigration {
        steps = List.copyOf(steps);
        Objects.requireNonNull(took, "took");
        findings = List.copyOf(findings);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What came of taking over user data.
 *
 * @param read what was in the file, not null
 * @param taken how much of it was new, and is bound to a track or needs none
 * @param known how much was here already
 * @param waiting how much waits for a track that is not here
 * @param refused lines that could not be understood
 * @param problems what was wrong with the first of these, one sentence each; not null
 */
public record UserDataReport(
        UserDataCounts read, long taken, long known, long waiting, long refused, List<String> problems)
        implements Serializable {

    public UserDataReport {
        Objects.requireNonNull(read, "read");
        problems = List.copyOf(problems);
    }
}

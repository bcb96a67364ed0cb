package org.musicplatform.core.api.sync;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceAccount;

/**
 * A source that waits for a decision.
 *
 * @param source which, not null
 * @param reason why, one or two sentences, not null
 * @param files how many files would be marked missing
 * @param paths some of them, sorted, not null
 */
public record HeldSource(SourceAccount source, String reason, long files, List<String> paths) implements Serializable {

    public HeldSource {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
        paths = List.copyOf(paths);
    }
}

package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.SyncJobId;

/**
 * An indexing job started on a source. One for each source of a job; exactly one {@link SyncEnded} ends the job.
 *
 * @param header when and how, not null
 * @param job the job, not null
 * @param source the source, not null
 */
public record SyncStarted(EventHeader header, SyncJobId job, SourceId source) implements CoreEvent {

    public SyncStarted {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(source, "source");
    }

    @Override
    public String area() {
        return "sync";
    }
}

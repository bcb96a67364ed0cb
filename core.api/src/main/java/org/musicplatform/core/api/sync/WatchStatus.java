package org.musicplatform.core.api.sync;

import java.io.Serializable;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceId;

/**
 * How a source is watched.
 *
 * @param source which, not null
 * @param state how, not null
 * @param reason why it is not seen at once, one or two sentences, empty when {@code SEEING} or {@code STARTING}, not null
 * @param remedy what a person can do about it, empty when there is nothing to do, not null
 */
public record WatchStatus(SourceId source, State state, String reason, String remedy) implements Serializable {

    /** How a watch is. */
    public enum State {
        /** It begins. */
        STARTING,
        /** Changes are seen within seconds. */
        SEEING,
        /** Changes are seen late: some, or all, only when the source is looked at as a whole, now and then. */
        LATE,
        /** The source is not there. It is tried again now and then. */
        LOST
    }

    public WatchStatus {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
    }
}

package org.musicplatform.core.api.playback;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How playing went.
 *
 * @param end the state it ended in, not null
 * @param played how many items were played to their end
 * @param frames how many frames went to the output
 * @param failures items that could not be played, or not to their end, not null
 * @param notices what a person should know besides, such as files that an output made, not null
 * @param reason why it failed, empty otherwise, not null
 */
public record PlaybackReport(
        PlayerState end, int played, long frames, List<Failure> failures, List<String> notices, String reason)
        implements Serializable {

    public PlaybackReport {
        Objects.requireNonNull(end, "end");
        failures = List.copyOf(failures);
        notices = List.copyOf(notices);
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * An item that could not be played.
     *
     * @param item which, not null
     * @param code stable code of the error, not null
     * @param reason why, not null
     */
    public record Failure(QueueItem item, String code, String reason) implements Serializable {

        public Failure {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
        }
    }
}

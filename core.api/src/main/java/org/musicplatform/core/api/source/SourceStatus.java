package org.musicplatform.core.api.source;

import java.time.Instant;
import java.util.Objects;

/**
 * A source, how it is and what it holds.
 *
 * @param account the source, not null
 * @param state how it is, not null
 * @param reason why, one sentence, empty when {@code READY} or {@code NEW}, not null
 * @param files audio files that are there
 * @param missing audio files that were there once
 * @param failed audio files among {@code files} whose tags could not be read
 * @param lastSync when it was last looked at to the end, or null
 */
public record SourceStatus(
        SourceAccount account,
        SourceState state,
        String reason,
        long files,
        long missing,
        long failed,
        Instant lastSync) {

    public SourceStatus {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }
}

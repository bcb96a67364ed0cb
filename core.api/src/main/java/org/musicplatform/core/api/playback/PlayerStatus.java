package org.musicplatform.core.api.playback;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What a player does at a moment.
 *
 * @param state what it does, not null
 * @param item what it plays, null before the first and after the last
 * @param index the item's place in the queue, from 0; -1 without an item
 * @param position what is heard, from the item's beginning, not null
 * @param duration length of the item, or null when not known
 * @param volume factor of the amplitude, 0 to 1
 * @param output where the sound goes, not null
 * @param reason why it failed, empty otherwise, not null
 */
public record PlayerStatus(
        PlayerState state,
        QueueItem item,
        int index,
        Duration position,
        Duration duration,
        double volume,
        Output output,
        String reason)
        implements Serializable {

    public PlayerStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * The way out.
     *
     * @param id the output's id, not null
     * @param format what goes out, or null before the first sound
     * @param decoder id of the decoder of the item, empty without one; not null
     * @param peak highest amplitude of the last tenth of a second, 1 at full scale; 0 when silent
     * @param underruns how often sound stopped because data did not come fast enough
     */
    public record Output(String id, AudioFormat format, String decoder, double peak, long underruns)
            implements Serializable {

        public Output {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(decoder, "decoder");
        }
    }
}

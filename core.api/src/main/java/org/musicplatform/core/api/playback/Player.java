package org.musicplatform.core.api.playback;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Plays a queue in a row.
 *
 * <p>Thread-safe. Commands take effect in the order given, on a thread of the player; their futures complete when they
 * have, and fail with {@link PlaybackException} when they cannot. A track that cannot be played is told of and passed
 * over. When the bundle that plays goes, the player ends with {@link PlaybackException#SERVICE_GONE}.
 */
@ProviderType
public interface Player extends AutoCloseable {

    /**
     * Returns the id, unique in this process.
     *
     * @return never null
     */
    PlayerId id();

    /**
     * Tells what it does.
     *
     * @return a snapshot, never null
     */
    PlayerStatus status();

    /**
     * Returns what is played.
     *
     * @return the queue, which can be changed at any time; never null
     */
    PlayQueue queue();

    /**
     * Plays: goes on after a pause, otherwise begins at the queue's current item.
     *
     * @return done when sound goes out; fails with code {@code nothing-to-play} for an empty queue
     */
    CompletableFuture<Void> play();

    /**
     * Plays another item of the queue.
     *
     * @param index its place, from 0
     * @return done when it has begun; fails with code {@code nothing-to-play} when there is none
     */
    CompletableFuture<Void> play(int index);

    /**
     * Holds, keeping the position. Does nothing unless playing.
     *
     * @return done when it is silent
     */
    CompletableFuture<Void> pause();

    /**
     * Goes to the next item; at the end of the queue playing ends.
     *
     * @return done when it has begun
     */
    CompletableFuture<Void> next();

    /**
     * Goes back to the beginning of the item, or within its first 3 seconds to the item before.
     *
     * @return done when it has begun
     */
    CompletableFuture<Void> previous();

    /**
     * Goes to a position in the current item.
     *
     * @param position from its beginning, not negative, not null; beyond the end means the end
     * @return done when it is there; fails with code {@code seek-not-supported} or {@code nothing-to-play}
     */
    CompletableFuture<Void> seek(Duration position);

    /**
     * Sets the volume. At 1 no sample is changed.
     *
     * @param volume factor of the amplitude, 0 (silent) to 1
     * @throws IllegalArgumentException when it is outside, or not a number
     */
    void setVolume(double volume);

    /**
     * Ends playing; the queue stays, and can be played again.
     *
     * @return done when it is silent and the output is free
     */
    CompletableFuture<Void> stop();

    /**
     * Returns the end of what is being played: of the queue, by {@link #stop()}, or by a failure of the output.
     *
     * @return the report, whatever the end; a new one for each time that playing begins. Cancelling this future ends
     *     nothing.
     */
    CompletableFuture<PlaybackReport> completion();

    /** Stops and gives everything back. Further commands fail with code {@code service-gone}. Blocks for 2 s at most. */
    @Override
    void close();
}

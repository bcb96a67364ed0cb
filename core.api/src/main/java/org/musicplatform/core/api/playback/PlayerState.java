package org.musicplatform.core.api.playback;

/**
 * What a player does.
 *
 * <p>New constants may be added in a minor version: switch over this type with a default branch.
 */
public enum PlayerState {
    /** Nothing was played yet. */
    IDLE,
    /** Opening what comes first, or filling up before sound goes out. */
    BUFFERING,
    /** Sound goes out. */
    PLAYING,
    /** Held by a person. */
    PAUSED,
    /** Sound stopped because data does not come fast enough; goes on by itself. */
    STALLED,
    /** Ended by a person. */
    STOPPED,
    /** The queue came to its end. */
    COMPLETED,
    /** Ended by a failure: of the output, or of every item of the queue. */
    FAILED,
    /** Closed: it plays no more. */
    CLOSED
}

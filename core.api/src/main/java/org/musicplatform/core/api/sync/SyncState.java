package org.musicplatform.core.api.sync;

/** Where a job is in its life. The last four are ends: nothing follows them. */
public enum SyncState {
    /** Waits until others leave room. */
    PENDING,
    /** Works. */
    RUNNING,
    /** Was told to pause. */
    PAUSED,
    /** Everything was looked at. Single files may have failed. */
    COMPLETED,
    /** Could not go on. What was done stays; the next job goes on from there. */
    FAILED,
    /** Was told to stop. What was done stays; the next job goes on from there. */
    CANCELLED,
    /** Everything was looked at, but so much is missing that a person has to decide; nothing was marked missing. */
    HELD;

    /**
     * Tells whether this is an end.
     *
     * @return true for an end
     */
    public boolean isEnd() {
        return compareTo(COMPLETED) >= 0;
    }
}

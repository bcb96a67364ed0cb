package org.musicplatform.core.api.event;

import java.time.Duration;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Events in the order in which the façade received them, through a bounded buffer of the subscriber's own.
 *
 * <p>A reader that is too slow loses the oldest events of its own buffer and is told how many; nobody else waits for
 * it. One thread reads a stream; {@link #close()} may be called from any.
 */
@ProviderType
public interface EventStream extends AutoCloseable {

    /**
     * One step of a stream.
     *
     * @param sequence number of the event in the façade's log, rising by one per event; for a lag that of the last event lost
     * @param event the event, or null for a lag
     * @param lagged how many events were lost before this point, 0 for an event
     */
    record Entry(long sequence, CoreEvent event, long lagged) {

        public Entry {
            if (lagged == 0) {
                Objects.requireNonNull(event, "event");
            }
        }
    }

    /**
     * Waits for the next entry.
     *
     * @param wait how long at most, not null
     * @return the entry, or null when the time is over or the stream is closed and empty
     * @throws InterruptedException when the waiting thread is interrupted
     */
    Entry next(Duration wait) throws InterruptedException;

    /**
     * Tells whether the stream is closed.
     *
     * @return true after {@link #close()}, or when the façade is gone
     */
    boolean isClosed();

    /** Closes the stream; a waiting reader wakes. */
    @Override
    void close();
}

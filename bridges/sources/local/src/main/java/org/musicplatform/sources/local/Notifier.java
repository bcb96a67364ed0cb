package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.util.List;

/** Tells of changes in folders, each of which is registered by itself. */
interface Notifier extends AutoCloseable {

    /** Opens one. */
    interface Opener {
        /**
         * Opens.
         *
         * @throws LimitException when this system allows no more of them
         * @throws IOException when it fails otherwise
         */
        Notifier open() throws IOException;
    }

    /** This system allows no more. */
    final class LimitException extends IOException {
        private static final long serialVersionUID = 1L;

        LimitException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * What happened in a folder.
     *
     * @param registration which one
     * @param events what happened in it, in this order
     * @param valid false when the folder is no longer registered, since it is gone
     */
    record Notice(Object registration, List<WatchEvent<?>> events, boolean valid) {}

    /** Tells whether it ever tells anything. */
    default boolean works() {
        return true;
    }

    /**
     * Registers a folder.
     *
     * @return what notices name it by; for a folder that is registered, and was moved, the same as before
     * @throws LimitException when this system allows no more
     * @throws IOException when there is no such folder, or it may not be read
     */
    Object register(Path folder) throws IOException;

    /** Takes a registration back. */
    void forget(Object registration);

    /**
     * Waits until something happens, and a little longer for what comes with it.
     *
     * @return nothing when the time was over
     * @throws ClosedWatchServiceException when it is closed
     */
    List<Notice> await(long nanos) throws InterruptedException;

    @Override
    void close();
}

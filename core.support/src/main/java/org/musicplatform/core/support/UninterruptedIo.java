package org.musicplatform.core.support;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * File access that an interrupt does not break: what is short and must not be left half done, such as noting that a job
 * was cancelled, on the very thread that was interrupted.
 */
public final class UninterruptedIo {

    private UninterruptedIo() {}

    /**
     * Something that opens what it reads or writes anew at each call.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    public interface Access<T> {
        /** Reads or writes. */
        T run() throws IOException;
    }

    /** Runs an access, again when an interrupt closed its channel; the interrupt is handed on afterwards. */
    public static <T> T call(Access<T> access) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return access.run();
                } catch (ClosedByInterruptException closed) {
                    interrupted = true;
                    Thread.interrupted(); // or the next try would be closed at once
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

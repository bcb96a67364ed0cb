package org.musicplatform.platform.content;

import java.io.IOException;

/** Failures that come from another thread. */
final class Failures {

    private Failures() {}

    /** Throws a failure again as what it is; one that is to be thrown as an I/O failure is returned. */
    static IOException rethrow(Throwable cause) {
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof IOException e ? e : new IOException(cause);
    }
}

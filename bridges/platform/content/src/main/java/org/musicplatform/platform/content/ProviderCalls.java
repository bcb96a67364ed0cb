package org.musicplatform.platform.content;

import java.io.IOException;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.source.SourceException;

/** Contains the faults of foreign code: what it throws unexpectedly becomes an error that names it. */
final class ProviderCalls {

    /** A call into a provider. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    private ProviderCalls() {}

    static <T> T call(String provider, Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (CoreException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new SourceException(
                    SourceException.UNAVAILABLE,
                    "The source provider '" + provider + "' failed: " + e
                            + ". Update or replace the bundle that provides it.",
                    e);
        }
    }
}

package org.musicplatform.core.sync.source;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.support.PluginGuard;

/** Calls providers with a time limit; whatever they throw becomes a sentence that names the provider. */
public final class ProviderCalls implements AutoCloseable {

    private final PluginGuard guard;

    public ProviderCalls(Duration limit) {
        guard = new PluginGuard("core-worker-provider", limit);
    }

    /** Foreign code. */
    public interface Call<T> {
        T call() throws Exception;
    }

    /** Calls; the result is not null. */
    public <T> T call(String provider, String what, Call<T> call) throws InterruptedException {
        try {
            T result = guard.call(call::call);
            if (result == null) {
                throw failed(provider, what, "it returned nothing", null);
            }
            return result;
        } catch (PluginGuard.TimedOutException late) {
            throw failed(provider, what, "it " + late.getMessage(), late);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CoreException inWords) {
                throw inWords;
            }
            throw failed(provider, what, words(failure.getCause()), failure.getCause());
        }
    }

    private static SourceException failed(String provider, String what, String why, Throwable cause) {
        return new SourceException(
                SourceException.UNAVAILABLE,
                "The provider '" + provider + "' failed while " + what + ": " + why
                        + ". Check that the source is reachable and try again.",
                cause);
    }

    /** Returns what is known of a failure. */
    public static String words(Throwable failure) {
        String message = failure.getMessage();
        String type = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? type : type + ": " + message;
    }

    @Override
    public void close() {
        guard.close();
    }
}

package org.musicplatform.core.sync.source;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.support.PluginGuard;

/** Calls providers with a time limit; whatever they throw becomes a sentence that names the provider. */
public final class ProviderCalls implements AutoCloseable {

    private final PluginGuard guard;
    private final Duration limit;

    public ProviderCalls(Duration limit) {
        this.guard = new PluginGuard("core-worker-provider", limit);
        this.limit = limit;
    }

    /** Foreign code. */
    public interface Call<T> {
        T call() throws Exception;
    }

    /** Calls; the result is not null. */
    public <T> T call(String provider, String what, Call<T> call) throws InterruptedException {
        try {
            return guard.call(() -> there(provider, what, call.call()));
        } catch (PluginGuard.TimedOutException late) {
            throw late(provider, what, late);
        } catch (ExecutionException failure) {
            throw inWords(provider, what, failure.getCause());
        }
    }

    /** Takes what a call of many returned, on the thread of foreign code. */
    public interface Taker<T> {
        /** Returns whether another call is wanted. */
        boolean take(T result);
    }

    /** Calls again and again for as long as more is wanted, one call after the other; the results are not null. */
    public <T> void calls(String provider, String what, Call<T> call, Taker<T> taker) throws InterruptedException {
        var series = new Calls<>(() -> there(provider, what, call.call()), taker);
        try {
            guard.series(series, limit);
        } catch (ExecutionException failure) {
            throw inWords(provider, what, failure.getCause());
        }
        if (series.late != null) {
            throw late(provider, what, series.late);
        } else if (series.failure != null) {
            throw inWords(provider, what, series.failure);
        }
    }

    private static final class Calls<T> implements PluginGuard.Series {
        private final Call<T> call;
        private final Taker<T> taker;
        private boolean wanted = true;
        private Throwable failure;
        private PluginGuard.TimedOutException late;

        Calls(Call<T> call, Taker<T> taker) {
            this.call = call;
            this.taker = taker;
        }

        @Override
        public boolean next() {
            return wanted;
        }

        @Override
        public Runnable call() {
            try {
                T result = call.call();
                return () -> wanted = taker.take(result);
            } catch (Exception | Error thrown) {
                return () -> fail(thrown);
            }
        }

        private void fail(Throwable thrown) {
            failure = thrown;
            wanted = false;
        }

        @Override
        public void late(PluginGuard.TimedOutException tooLate) {
            late = tooLate;
            wanted = false;
        }
    }

    private static <T> T there(String provider, String what, T result) {
        if (result == null) {
            throw failed(provider, what, "it returned nothing", null);
        }
        return result;
    }

    private static SourceException late(String provider, String what, PluginGuard.TimedOutException late) {
        return failed(provider, what, "it " + late.getMessage(), late);
    }

    private static CoreException inWords(String provider, String what, Throwable thrown) {
        return thrown instanceof CoreException inWords ? inWords : failed(provider, what, words(thrown), thrown);
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

package org.musicplatform.core.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls foreign code on threads of its own, with a time limit: what does not return is interrupted, then abandoned with
 * its thread, and the caller goes on.
 *
 * <p>Thread-safe. Whatever a call throws, errors included, comes back as the cause of an {@link ExecutionException}.
 */
public final class PluginGuard implements AutoCloseable {

    private final ExecutorService threads;
    private final Duration limit;

    /**
     * Creates a guard.
     *
     * @param name what its threads are called
     * @param limit how long one call may take
     */
    public PluginGuard(String name, Duration limit) {
        this.limit = limit;
        // a thread for each call under way: callers bound how many there are; an abandoned one is never waited for
        this.threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                10,
                TimeUnit.SECONDS,
                new java.util.concurrent.SynchronousQueue<>(),
                NamedThreads.numbered(name));
    }

    /** A call that did not return in time. */
    public static final class TimedOutException extends Exception {
        private static final long serialVersionUID = 1L;

        TimedOutException(Duration limit) {
            super("did not answer within "
                    + (limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms"));
        }
    }

    /**
     * Calls.
     *
     * @param call foreign code
     * @return what it returned
     * @throws TimedOutException when it did not return in time
     * @throws ExecutionException when it threw; its cause says what
     * @throws InterruptedException when the calling thread is interrupted; the call is interrupted then too
     */
    public <T> T call(Callable<T> call) throws TimedOutException, ExecutionException, InterruptedException {
        var task = new FutureTask<>(call);
        threads.execute(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new TimedOutException(limit);
        } finally {
            task.cancel(true);
        }
    }

    /** Interrupts what still runs. Does not wait. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

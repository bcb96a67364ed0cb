package org.musicplatform.core.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

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
        this(NamedThreads.numbered(name), limit);
    }

    /**
     * Creates a guard.
     *
     * @param names makes its threads
     * @param limit how long one call may take
     */
    public PluginGuard(NamedThreads names, Duration limit) {
        this.limit = limit;
        // a thread for each call under way: callers bound how many there are; an abandoned one is never waited for
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new java.util.concurrent.SynchronousQueue<>(), names);
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

    /**
     * Calls one after the other, each with a time limit. Used by one thread at a time, though not always the same: the one
     * of the guard, another one of the guard after a call that hung, the caller's for {@link #late}.
     */
    public interface Series {

        /** Turns to the next call; false at the end. Returns at once. */
        boolean next();

        /**
         * Calls foreign code. Throws nothing.
         *
         * @return tells the outcome; not run when the call took too long
         */
        Runnable call();

        /** Tells that the call under way took too long, and is left behind. */
        void late(TimedOutException late);
    }

    /**
     * Makes a series of calls: as {@link #call} for each, at the cost of handing over once.
     *
     * @param series foreign code
     * @param most how long one call may take
     * @throws ExecutionException when the series itself threw; its cause says what
     * @throws InterruptedException when the calling thread is interrupted; the call under way is interrupted then too, and
     *     its outcome not told, though that of one that ended just now may still be
     */
    public void series(Series series, Duration most) throws ExecutionException, InterruptedException {
        boolean more = true;
        while (more) {
            var run = new Run(series);
            var task = new FutureTask<>(run, null);
            threads.execute(task);
            try {
                more = run.await(most);
            } finally {
                if (more) { // it hangs, or nobody waits any more
                    run.leave();
                    task.cancel(true);
                }
            }
            if (more) {
                series.late(new TimedOutException(most));
            } else {
                task.get();
            }
        }
    }

    /** A thread that works on a series, until it is left behind. */
    private static final class Run implements Runnable {
        private static final long BETWEEN = Long.MIN_VALUE;
        private static final long LEFT = Long.MAX_VALUE;

        private final Series series;
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicLong since = new AtomicLong(BETWEEN); // when the call under way began

        Run(Series series) {
            this.series = series;
        }

        @Override
        public void run() {
            try {
                while (since.get() == BETWEEN && series.next()) {
                    long began = System.nanoTime();
                    if (!since.compareAndSet(BETWEEN, began)) {
                        return;
                    }
                    var outcome = series.call();
                    if (!since.compareAndSet(began, BETWEEN)) {
                        return; // it was late, which is told already
                    }
                    outcome.run();
                }
            } finally {
                end.countDown();
            }
        }

        /** Returns true when a call hangs and was left behind, false at the end of the series. */
        boolean await(Duration most) throws InterruptedException {
            long limit = most.toNanos();
            while (true) {
                long began = since.get();
                long left = began == BETWEEN ? limit : limit - (System.nanoTime() - began);
                if (left <= 0) {
                    if (since.compareAndSet(began, LEFT)) {
                        return true;
                    }
                } else if (end.await(left, TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
        }

        /** Keeps the outcome of the call under way from being told, and others from being begun. */
        void leave() {
            since.set(LEFT);
        }
    }

    /** Interrupts what still runs. Does not wait. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

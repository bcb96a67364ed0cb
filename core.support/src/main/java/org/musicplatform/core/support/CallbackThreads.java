package org.musicplatform.core.support;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Threads on which hosts learn of the results of a module: one for each callback under way, so that a callback which
 * blocks, or waits for another result of the module, holds up no other. There is no order among callbacks.
 *
 * <p>A thread begins when it is needed, and ends when it was not for a while. Callbacks beyond a bound wait for one that
 * returns. Nothing is ever refused: what still ends after the module does is told all the same. Thread-safe.
 */
public final class CallbackThreads implements Executor, AutoCloseable {

    private static final int MOST = 64;
    private static final int KEPT = 4; // idle ones; after a burst the others end at once
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final String module;
    private final Consumer<String> log;
    private final int most;
    private final Duration patience;
    private final NamedThreads names;

    private final Queue<Runnable> waiting = new ArrayDeque<>(); // guarded by this, as all below
    private int threads;
    private int idle;
    private boolean told;
    private boolean closed;

    /**
     * Creates them; no thread begins yet.
     *
     * @param module whose results they tell
     * @param log told once when callbacks have to wait
     */
    public CallbackThreads(String module, Consumer<String> log) {
        this(module, log, MOST, IDLE);
    }

    CallbackThreads(String module, Consumer<String> log, int most, Duration patience) {
        this.module = module;
        this.log = log;
        this.most = most;
        this.patience = patience;
        this.names = NamedThreads.numbered("core-callback-" + module);
    }

    /** Runs a callback on a thread of its own, or one that has nothing to do. Returns at once. */
    @Override
    public void execute(Runnable callback) {
        boolean another = false;
        boolean stuck = false;
        synchronized (this) {
            waiting.add(callback);
            if (waiting.size() <= idle) {
                notify();
            } else if (threads < most) {
                another = true;
                threads++;
            } else {
                stuck = !told;
                told = true;
            }
        }
        if (another) {
            begin();
        } else if (stuck) {
            log.accept("All " + most + " threads for callbacks of " + module
                    + " are taken, by callbacks that block or wait."
                    + " Further results are told when one of them returns. Give such work threads of its own:"
                    + " thenApplyAsync(work, executor).");
        }
    }

    private void begin() {
        boolean begun = false;
        try {
            names.newThread(this::serve).start();
            begun = true;
        } finally {
            if (!begun) { // the system has no more: another one takes what waits
                synchronized (this) {
                    threads--;
                }
            }
        }
    }

    private void serve() {
        for (var callback = next(); callback != null; callback = next()) {
            try {
                callback.run();
            } catch (Throwable failed) { // NOSONAR: it is told, and harms no other callback
                var here = Thread.currentThread();
                here.getUncaughtExceptionHandler().uncaughtException(here, failed);
            }
            Thread.interrupted(); // an interrupt meant for this callback must not hit the next
        }
    }

    /** Returns what to run, or null when the thread is to end. */
    private synchronized Runnable next() {
        long end = System.nanoTime() + patience.toNanos();
        boolean spare = closed || idle >= KEPT;
        idle++;
        while (waiting.isEmpty()) {
            long left = end - System.nanoTime();
            if (closed || spare || left <= 0) {
                idle--;
                threads--;
                return null;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException late) {
                // it was meant for a callback that returned
            }
        }
        idle--;
        return waiting.remove();
    }

    /** Lets threads end as soon as nothing waits for them. Returns at once. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}

package org.musicplatform.platform.content;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.support.NamedThreads;

/** Does things after a while. */
interface IdleTimer extends AutoCloseable {

    /** Has something done later; never on the calling thread. */
    void after(Duration delay, Runnable action);

    /** Returns the time, as {@link System#nanoTime} does. */
    long nanos();

    /** Forgets what is still to be done. */
    @Override
    void close();

    /** Returns the real one. */
    static IdleTimer onThread() {
        var thread = new ScheduledThreadPoolExecutor(1, NamedThreads.single("content-idle"));
        // the thread goes when there is nothing to close
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        return new IdleTimer() {
            @Override
            public void after(Duration delay, Runnable action) {
                thread.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}

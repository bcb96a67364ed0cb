package org.musicplatform.platform.content;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.support.NamedThreads;

/** Does things after a while. */
interface IdleTimer extends AutoCloseable {

    /** Something that is to be done. */
    interface Pending {
        void cancel();
    }

    /** Has something done later; never on the calling thread. */
    Pending after(Duration delay, Runnable action);

    /** Forgets what is still to be done. */
    @Override
    void close();

    /** Returns the real one. */
    static IdleTimer onThread() {
        var thread = new ScheduledThreadPoolExecutor(1, NamedThreads.single("content-idle"));
        thread.setRemoveOnCancelPolicy(true);
        // the thread goes when there is nothing to close
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        return new IdleTimer() {
            @Override
            public Pending after(Duration delay, Runnable action) {
                var future = thread.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
                return () -> future.cancel(false);
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}

package org.musicplatform.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end the command in order: it is interrupted, and has a moment to leave a consistent library. */
final class StopOnInterrupt implements AutoCloseable {

    private static final int MILLIS = 1_800;

    private final CountDownLatch ended = new CountDownLatch(1);

    StopOnInterrupt(Thread thread) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            thread.interrupt();
                            try {
                                ended.await(MILLIS, TimeUnit.MILLISECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "launcher-stop"));
    }

    @Override
    public void close() {
        ended.countDown();
    }
}

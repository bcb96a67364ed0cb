package org.musicplatform.core.testkit.source;

import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point where calls wait until the test lets them go on: latency without sleeping. */
public final class Gate {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Lets everything that waits, and all that comes later, go on. */
    public void open() {
        opened.countDown();
    }

    /** Waits up to 10 seconds until a call stands at the gate. */
    public void awaitArrival() throws InterruptedException {
        if (!arrived.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing arrived at the gate within 10 s");
        }
    }

    /** Waits until the gate is open; for fakes. Ends when the thread is interrupted. */
    public void pass() throws InterruptedIOException {
        arrived.countDown();
        try {
            if (!opened.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the test never opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted at the gate");
        }
    }
}

package org.musicplatform.core.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Counts the calls under way in one implementation, and closes behind the last one. */
final class CallGate<T> {

    private final T service;
    private boolean closed; // guarded by this
    private int calls; // guarded by this
    private final Set<CompletableFuture<?>> pending = new HashSet<>(); // guarded by this

    CallGate(T service) {
        this.service = service;
    }

    T service() {
        return service;
    }

    synchronized boolean enter() {
        if (closed) {
            return false;
        }
        calls++;
        return true;
    }

    synchronized void leave() {
        calls--;
        notifyAll();
    }

    /** The call returned, but its work goes on until the future ends. */
    void leaveWith(CompletableFuture<?> future) {
        synchronized (this) {
            pending.add(future);
        }
        future.whenComplete((value, failure) -> {
            synchronized (this) {
                if (pending.remove(future)) {
                    leave();
                }
            }
        });
    }

    /** Lets nobody in, waits for those inside, and cancels who stays too long. */
    void drain(Duration patience) {
        Set<CompletableFuture<?>> late;
        synchronized (this) {
            closed = true;
            long end = System.nanoTime() + patience.toNanos();
            long left = patience.toNanos();
            try {
                while (calls > 0 && left > 0) {
                    wait(Math.max(1, left / 1_000_000));
                    left = end - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            late = Set.copyOf(pending);
        }
        late.forEach(future -> future.cancel(true));
    }
}

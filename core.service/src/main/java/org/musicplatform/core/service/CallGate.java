package org.musicplatform.core.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.musicplatform.core.support.CoreFuture;

/** Counts the calls under way in one implementation, and closes behind the last one. */
final class CallGate<T> {

    private final T service;
    private boolean closed; // guarded by this
    private int calls; // guarded by this
    private final Map<CompletableFuture<?>, CompletableFuture<?>> pending =
            new HashMap<>(); // by what callers got; as that

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

    /**
     * The call returned, but its work goes on until the future ends.
     *
     * @return what the caller gets: it ends after the call has left, so that no callback on it keeps the gate open
     */
    <R> CompletableFuture<R> leaveWith(CompletableFuture<R> future) {
        var result = new CoreFuture<R>(() -> future.cancel(true), future.defaultExecutor());
        synchronized (this) {
            pending.put(result, future);
        }
        future.whenComplete((value, failure) -> {
            boolean inTime;
            synchronized (this) {
                inTime = pending.remove(result) != null;
                if (inTime) {
                    leave();
                }
            }
            // who cancels those that stayed must not be held up by what hangs on them
            Executor where = inTime ? Runnable::run : future.defaultExecutor();
            where.execute(() -> result.settle(value, failure));
        });
        return result;
    }

    /** Lets nobody in, waits for those inside, and cancels who stays too long. */
    void drain(Duration patience) {
        List<CompletableFuture<?>> late;
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
            late = List.copyOf(pending.values());
            pending.clear();
        }
        late.forEach(future -> future.cancel(true));
    }
}

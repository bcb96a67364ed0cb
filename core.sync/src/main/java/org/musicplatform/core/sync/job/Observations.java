package org.musicplatform.core.sync.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What was listed and the library takes in, while more is listed and files are read. Used by one thread. */
final class Observations {

    /** How many at once: what is beside the files of a page, the page, and one that waits. */
    private static final int MOST = 3;

    private final Deque<Observation<?>> under = new ArrayDeque<>();
    private final Runnable wake;

    private record Observation<T>(CompletableFuture<T> result, Consumer<T> taker) {

        void take() {
            try {
                taker.accept(result.join());
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }

    /** @param wake run by any thread when one ends */
    Observations(Runnable wake) {
        this.wake = wake;
    }

    /**
     * Gives something to the library, once there is room.
     *
     * @param taker given what it came to, by {@link #takeEnded} or another method of this
     */
    <T> void begin(Supplier<CompletableFuture<T>> give, Consumer<T> taker) {
        if (under.size() == MOST) {
            under.remove().take();
        }
        var result = give.get();
        under.add(new Observation<>(result, taker));
        result.whenComplete((nothing, failure) -> wake.run());
    }

    /** Takes what has ended. */
    void takeEnded() {
        while (!under.isEmpty() && under.peek().result().isDone()) {
            under.remove().take();
        }
    }

    /** Waits until all have ended, and takes them. */
    void takeAll() {
        while (!under.isEmpty()) {
            under.remove().take();
        }
    }

    boolean isEmpty() {
        return under.isEmpty();
    }
}

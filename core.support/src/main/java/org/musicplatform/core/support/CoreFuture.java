package org.musicplatform.core.support;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * A future whose cancelling, and that of every stage made from it, reaches the work.
 *
 * <p>The work is interrupted; results are published on the callback executor, never on the thread that worked.
 *
 * @param <T> the result
 */
public final class CoreFuture<T> extends CompletableFuture<T> {

    private final Runnable canceller;
    private final Executor callbacks;

    /**
     * Creates a future for work under way.
     *
     * @param canceller stops the work; called at most a few times, from any thread; must not block
     * @param callbacks where dependents run unless they say otherwise
     */
    public CoreFuture(Runnable canceller, Executor callbacks) {
        this.canceller = canceller;
        this.callbacks = callbacks;
    }

    /** Runs work on an executor, and publishes its result on another. */
    public static <T> CoreFuture<T> call(Callable<T> work, Executor workers, Executor callbacks) {
        var run = new Run<>(work);
        var future = new CoreFuture<T>(run::cancel, callbacks);
        run.future = future;
        try {
            workers.execute(run);
        } catch (RejectedExecutionException stopped) {
            future.completeExceptionally(stopped);
        }
        return future;
    }

    /** Stops workers: work under way is interrupted, and what has not begun is cancelled, so that nobody waits for it. */
    public static void stop(ExecutorService workers) {
        for (var left : workers.shutdownNow()) {
            if (left instanceof Run<?> run) {
                run.publish(null, new CancellationException());
            }
        }
    }

    /**
     * Returns an end that several wait for to one of them: neither what hangs on it nor its cancelling reaches the others.
     *
     * @param end what is shared
     * @param canceller as in the constructor
     * @param callbacks as in the constructor
     */
    public static <T> CoreFuture<T> view(CompletableFuture<T> end, Runnable canceller, Executor callbacks) {
        var view = new CoreFuture<T>(canceller, callbacks);
        // nothing hangs on it yet: what is known can be told here
        end.whenCompleteAsync(view::settle, end.isDone() ? Runnable::run : callbacks);
        return view;
    }

    /** Ends as another future did: with a failure, or with a value when that is null. */
    public void settle(T value, Throwable failure) {
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(failure);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        // a dependent: its cancelling goes up to where the work is
        return new CoreFuture<>(() -> cancel(true), callbacks);
    }

    @Override
    public Executor defaultExecutor() {
        return callbacks;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            canceller.run();
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> next) {
        var second = new CompletableFuture<CompletionStage<U>>();
        return reaching(second, super.thenCompose(noting(second, next)));
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> next) {
        return thenComposeAsync(next, callbacks);
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> next, Executor executor) {
        var second = new CompletableFuture<CompletionStage<U>>();
        return reaching(second, super.thenComposeAsync(noting(second, next), executor));
    }

    private static <T, U> Function<T, CompletionStage<U>> noting(
            CompletableFuture<CompletionStage<U>> second, Function<? super T, ? extends CompletionStage<U>> next) {
        return value -> {
            CompletionStage<U> stage = next.apply(value);
            second.complete(stage);
            return stage;
        };
    }

    // once the first work is done, cancelling has to reach the second
    private static <U> CompletableFuture<U> reaching(
            CompletableFuture<CompletionStage<U>> second, CompletableFuture<U> composed) {
        composed.whenComplete((result, failure) -> {
            if (failure instanceof CancellationException) {
                second.thenAccept(stage -> stage.toCompletableFuture().cancel(true));
            }
        });
        return composed;
    }

    private static final class Run<T> implements Runnable {
        private final Callable<T> work;
        private volatile CoreFuture<T> future;
        private Thread worker; // guarded by this
        private boolean cancelled; // guarded by this

        Run(Callable<T> work) {
            this.work = work;
        }

        synchronized void cancel() {
            cancelled = true;
            if (worker != null) {
                worker.interrupt();
            }
        }

        private synchronized boolean begin() {
            if (cancelled) {
                return false;
            }
            worker = Thread.currentThread();
            return true;
        }

        private synchronized void end() {
            worker = null;
            Thread.interrupted(); // an interrupt meant for this work must not hit the next
        }

        @Override
        public void run() {
            if (!begin()) {
                return;
            }
            T result = null;
            Throwable failure = null;
            try {
                result = work.call();
            } catch (InterruptedException stopped) {
                failure = new CancellationException();
            } catch (Throwable t) { // NOSONAR: whatever happened belongs to whoever waits
                failure = t;
            } finally {
                end();
            }
            publish(result, failure);
        }

        private void publish(T result, Throwable failure) {
            Runnable completion = () -> future.settle(result, failure);
            try {
                future.callbacks.execute(completion);
            } catch (RejectedExecutionException shuttingDown) {
                completion.run();
            }
        }
    }
}

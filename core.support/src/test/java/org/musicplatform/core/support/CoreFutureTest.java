package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CoreFutureTest {

    private final ExecutorService workers = Executors.newSingleThreadExecutor(NamedThreads.single("worker"));
    private final ExecutorService callbacks = Executors.newSingleThreadExecutor(NamedThreads.single("callback"));
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void stop() {
        workers.shutdownNow();
        callbacks.shutdownNow();
    }

    private <T> CoreFuture<T> call(java.util.concurrent.Callable<T> work) {
        return CoreFuture.call(work, workers, callbacks);
    }

    private String waitForever() throws InterruptedException {
        started.countDown();
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    @Test
    void cancelling_a_dependent_of_a_dependent_interrupts_the_work() throws InterruptedException {
        var dependent = call(this::waitForever).thenApply(String::length).thenAccept(length -> {});
        started.await();
        assertTrue(dependent.cancel(true));
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    @Test
    void cancelling_reaches_the_work_that_a_first_work_led_to() throws InterruptedException {
        var composed = call(() -> "first").thenCompose(first -> call(this::waitForever));
        started.await();
        composed.cancel(true);
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    @Test
    void work_that_was_cancelled_before_its_turn_never_runs() throws Exception {
        var first = call(this::waitForever);
        started.await();
        var ran = new CountDownLatch(1);
        var second = call(() -> {
            ran.countDown();
            return 0;
        });
        second.cancel(true);
        first.cancel(true);
        assertEquals("after", call(() -> "after").get());
        assertEquals(1, ran.getCount());
    }

    @Test
    void an_interrupt_meant_for_one_work_does_not_hit_the_next() throws Exception {
        var first = call(this::waitForever);
        started.await();
        first.cancel(true);
        assertFalse(call(() -> Thread.currentThread().isInterrupted()).get());
    }

    @Test
    void dependents_run_on_the_callback_thread() throws Exception {
        var go = new CountDownLatch(1);
        var future = call(() -> {
            go.await();
            return Thread.currentThread().getName();
        });
        var where =
                future.thenApply(worker -> worker + " " + Thread.currentThread().getName());
        var async = where.thenApplyAsync(before -> Thread.currentThread().getName());
        go.countDown();
        assertEquals("worker callback", where.get());
        assertEquals("callback", async.get());
    }

    @Test
    void what_the_work_threw_is_the_cause() {
        var thrown = new LinkageError("gone");
        var failed = assertThrows(ExecutionException.class, () -> call(() -> {
                    throw thrown;
                })
                .get());
        assertEquals(thrown, failed.getCause());
    }

    @Test
    void a_result_is_not_lost_when_the_callback_executor_has_stopped() throws Exception {
        callbacks.shutdownNow();
        assertEquals("there", call(() -> "there").get());
    }

    @Test
    void what_hangs_on_one_view_of_an_end_or_cancels_it_reaches_no_other() throws Exception {
        var end = new CompletableFuture<String>();
        var cancels = new CountDownLatch(1);
        var where = new CompletableFuture<String>();
        var one = CoreFuture.view(end, cancels::countDown, callbacks);
        var other = CoreFuture.view(end, () -> {}, callbacks);
        other.thenRun(() -> where.complete(Thread.currentThread().getName()));
        one.cancel(true);
        assertEquals(0, cancels.getCount());
        end.complete("there");
        assertEquals("callback", where.get());
        assertEquals("there", other.get());
        assertTrue(CoreFuture.view(end, () -> {}, callbacks).isDone());
    }

    @Test
    void what_had_not_begun_when_its_workers_were_stopped_is_cancelled() throws Exception {
        call(this::waitForever);
        started.await();
        var second = call(() -> 2);
        CoreFuture.stop(workers);
        assertThrows(CancellationException.class, () -> second.get(10, TimeUnit.SECONDS));
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    @Test
    void work_that_nobody_takes_fails_at_once() {
        workers.shutdownNow();
        CompletableFuture<String> future = call(() -> "x");
        assertInstanceOf(
                RejectedExecutionException.class,
                assertThrows(ExecutionException.class, future::get).getCause());
    }
}

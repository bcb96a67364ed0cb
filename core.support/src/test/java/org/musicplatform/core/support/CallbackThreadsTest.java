package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CallbackThreadsTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final String module = "test" + TESTS.incrementAndGet();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newSingleThreadExecutor(NamedThreads.single("worker"));
    private CallbackThreads callbacks = new CallbackThreads(module, log::add);

    @AfterEach
    void stop() {
        never.countDown();
        callbacks.close();
        workers.shutdownNow();
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("core-callback-" + module + "-"))
                .toList();
    }

    private CompletableFuture<Thread> run() {
        var ran = new CompletableFuture<Thread>();
        callbacks.execute(() -> ran.complete(Thread.currentThread()));
        return ran;
    }

    private CompletableFuture<Thread> runFor(CountDownLatch until) {
        var begun = new CompletableFuture<Thread>();
        callbacks.execute(() -> {
            begun.complete(Thread.currentThread());
            await(until);
        });
        return begun;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitThreads(int most) {
        while (threads().size() > most) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_callback_that_waits_for_another_result_gets_it() throws Exception {
        var go = new CountDownLatch(1);
        var first = CoreFuture.call(
                () -> {
                    go.await();
                    return 1;
                },
                workers,
                callbacks);
        var both = first.thenApply(
                one -> one + CoreFuture.call(() -> 2, workers, callbacks).join());
        go.countDown();
        assertEquals(3, both.get());
    }

    @Test
    void a_callback_that_blocks_for_ever_holds_up_no_other() throws Exception {
        var blocked = runFor(never).get();
        assertTrue(blocked.isDaemon());
        for (int i = 0; i < 10; i++) {
            run().get();
        }
        assertTrue(blocked.isAlive());
        assertEquals(List.of(), log);
    }

    @Test
    void threads_begin_when_they_are_needed_and_end_when_idle() throws Exception {
        callbacks = new CallbackThreads(module, log::add, 8, Duration.ofMillis(1));
        assertEquals(List.of(), threads());
        run().get();
        awaitThreads(0);
        run().get(); // and begin again
    }

    @Test
    void an_idle_thread_is_used_again() throws Exception {
        var first = run().get();
        awaitIdle(first);
        assertSame(first, run().get());
    }

    private static void awaitIdle(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void after_a_burst_most_threads_end_at_once() throws Exception {
        var until = new CountDownLatch(1);
        for (var begun : IntStream.range(0, 20).mapToObj(i -> runFor(until)).toList()) {
            begun.get();
        }
        assertEquals(20, threads().size());
        until.countDown();
        awaitThreads(4);
        run().get();
    }

    @Test
    void beyond_the_bound_callbacks_wait_their_turn_and_the_log_says_so_once() throws Exception {
        callbacks = new CallbackThreads(module, log::add, 2, Duration.ofSeconds(10));
        var until = new CountDownLatch(1);
        runFor(never).get();
        runFor(until).get();
        assertEquals(List.of(), log);
        var third = run();
        var fourth = run();
        assertFalse(third.isDone());
        assertEquals(1, log.size());
        assertTrue(log.get(0).contains("callbacks of " + module), log.get(0));
        until.countDown();
        assertSame(third.get(), fourth.get());
        assertEquals(2, threads().size());
    }

    @Test
    void what_comes_after_closing_is_told_on_a_thread_of_its_own() throws Exception {
        run().get();
        callbacks.close();
        awaitThreads(0);
        assertTrue(run().get().getName().startsWith("core-callback-" + module + "-"));
        awaitThreads(0);
    }

    @Test
    void closing_loses_nothing_that_waits() throws Exception {
        callbacks = new CallbackThreads(module, log::add, 1, Duration.ofSeconds(10));
        var until = new CountDownLatch(1);
        runFor(until).get();
        var waits = run();
        callbacks.close();
        until.countDown();
        waits.get();
        awaitThreads(0);
    }

    @Test
    void what_one_callback_does_to_its_thread_harms_no_other() throws Exception {
        callbacks = new CallbackThreads(module, log::add, 1, Duration.ofSeconds(10));
        var told = new CompletableFuture<Throwable>();
        var thrown = new LinkageError("gone");
        callbacks.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.complete(failure));
            Thread.currentThread().interrupt();
            throw thrown;
        });
        assertSame(thrown, told.get(10, TimeUnit.SECONDS));
        var interrupted = new CompletableFuture<Boolean>();
        callbacks.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        assertFalse(interrupted.get());
    }
}

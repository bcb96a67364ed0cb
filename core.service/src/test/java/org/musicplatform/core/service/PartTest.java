package org.musicplatform.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.support.CallbackThreads;
import org.musicplatform.core.support.CoreFuture;

@Timeout(20)
class PartTest {

    /** A service with both kinds of call. */
    interface Greeter {
        String greet();

        CompletableFuture<String> later();
    }

    private final CountDownLatch blocked = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Boolean> changes = new ArrayList<>();
    private final Part<Greeter> part = new Part<>(
            Greeter.class, Capability.LIBRARY, () -> "Install the greeter.", Clock.systemUTC(), changes::add);

    @Test
    void a_missing_part_is_named_with_its_remedy() {
        var thrown = assertThrows(
                CapabilityMissingException.class, () -> part.stable().greet());
        assertEquals(Capability.LIBRARY, thrown.capability());
        assertEquals("Install the greeter.", thrown.remedy());
        var failed = assertThrows(
                ExecutionException.class, () -> part.stable().later().get());
        assertInstanceOf(CapabilityMissingException.class, failed.getCause());
    }

    @Test
    void calls_go_to_the_best_implementation_of_the_moment() {
        var stable = part.stable();
        part.bind(1, greeter("first"));
        assertEquals("first", stable.greet());
        part.bind(2, greeter("better"));
        assertEquals("better", stable.greet());
        part.unbind(2);
        assertEquals("first", stable.greet());
    }

    @Test
    void the_replacement_may_come_before_the_old_one_goes() {
        part.bind(1, greeter("old"));
        part.bind(2, greeter("new"));
        part.unbind(1);
        assertEquals("new", part.stable().greet());
        assertEquals(List.of(true), changes);
    }

    @Test
    void errors_of_the_service_arrive_as_they_are() {
        part.bind(1, new Greeter() {
            @Override
            public String greet() {
                throw new IllegalStateException("as it is");
            }

            @Override
            public CompletableFuture<String> later() {
                return CompletableFuture.completedFuture("");
            }
        });
        assertEquals(
                "as it is",
                assertThrows(IllegalStateException.class, () -> part.stable().greet())
                        .getMessage());
    }

    @Test
    void unbinding_waits_for_the_work_under_way() throws Exception {
        var work = new CompletableFuture<String>();
        part.bind(1, greeter("", work));
        var answer = part.stable().later();
        var gone = new CountDownLatch(1);
        var unbinding = new Thread(() -> {
            part.unbind(1);
            gone.countDown();
        });
        unbinding.start();
        while (unbinding.getState() != Thread.State.TIMED_WAITING && unbinding.isAlive()) {
            Thread.onSpinWait();
        }
        assertFalse(gone.await(0, TimeUnit.MILLISECONDS));
        assertThrows(CapabilityMissingException.class, () -> part.stable().greet());
        work.complete("done");
        assertTrue(gone.await(10, TimeUnit.SECONDS));
        assertEquals("done", answer.get());
        assertEquals(List.of(true, false), changes);
    }

    @Test
    void work_that_stays_too_long_is_cancelled() {
        var work = new CompletableFuture<String>();
        part.bind(1, greeter("", work));
        part.stable().later();
        Thread.currentThread().interrupt(); // cuts the patience short
        part.unbind(1);
        assertTrue(Thread.interrupted());
        assertTrue(work.isCancelled());
    }

    @Test
    void a_callback_that_blocks_does_not_hold_up_unbinding() throws Exception {
        var work = new CompletableFuture<String>();
        part.bind(1, greeter("", work));
        blocksOn(part.stable().later());
        new Thread(() -> work.complete("done")).start();
        blocked.await();
        long began = System.nanoTime();
        part.unbind(1);
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(4), "it was patient with a callback");
        end.countDown();
    }

    @Test
    void a_callback_that_blocks_on_work_that_is_cancelled_does_not_hold_up_unbinding() throws Exception {
        part.bind(1, greeter("", new CompletableFuture<>()));
        blocksOn(part.stable().later());
        Thread.currentThread().interrupt(); // cuts the patience short
        part.unbind(1);
        assertTrue(Thread.interrupted());
        blocked.await();
        end.countDown();
    }

    @Test
    void a_callback_may_wait_for_another_answer_of_the_service() throws Exception {
        var workers = Executors.newCachedThreadPool();
        try (var callbacks = new CallbackThreads("greeter", words -> {})) {
            part.bind(1, greeter("", () -> CoreFuture.call(() -> "there", workers, callbacks)));
            var both = part.stable()
                    .later()
                    .thenApplyAsync(one -> one + part.stable().later().join());
            assertEquals("therethere", both.get());
        } finally {
            workers.shutdownNow();
        }
    }

    private void blocksOn(CompletableFuture<?> answer) {
        answer.whenComplete((value, failure) -> {
            blocked.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Greeter greeter(String name) {
        return greeter(name, CompletableFuture.completedFuture(name));
    }

    private static Greeter greeter(String name, CompletableFuture<String> later) {
        return greeter(name, () -> later);
    }

    private static Greeter greeter(String name, Supplier<CompletableFuture<String>> later) {
        return new Greeter() {
            @Override
            public String greet() {
                return name;
            }

            @Override
            public CompletableFuture<String> later() {
                return later.get();
            }
        };
    }
}

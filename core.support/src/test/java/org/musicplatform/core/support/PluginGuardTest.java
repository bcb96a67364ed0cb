package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PluginGuardTest {

    private final PluginGuard patient = new PluginGuard("patient", Duration.ofSeconds(15));
    private final PluginGuard hasty = new PluginGuard("hasty", Duration.ofMillis(50));

    @AfterEach
    void close() {
        patient.close();
        hasty.close();
    }

    @Test
    void a_call_runs_on_a_named_daemon_thread() throws Exception {
        assertEquals(
                "patient-1 true",
                patient.call(() -> Thread.currentThread().getName() + " "
                        + Thread.currentThread().isDaemon()));
    }

    @Test
    void whatever_a_call_throws_is_the_cause() {
        for (Throwable thrown : new Throwable[] {
            new IllegalStateException(), new NoClassDefFoundError(), new StackOverflowError(), new Exception()
        }) {
            var failed = assertThrows(
                    ExecutionException.class,
                    () -> patient.call(() -> {
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (Exception) thrown;
                    }));
            assertEquals(thrown, failed.getCause());
        }
    }

    @Test
    void what_hangs_is_interrupted() throws Exception {
        var interrupted = new CountDownLatch(1);
        assertThrows(
                PluginGuard.TimedOutException.class,
                () -> hasty.call(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return null;
                }));
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    @Test
    void what_hangs_for_good_is_left_behind_and_others_go_on() throws Exception {
        var release = new AtomicBoolean();
        var late = assertThrows(
                PluginGuard.TimedOutException.class,
                () -> hasty.call(() -> {
                    while (!release.get()) {
                        Thread.onSpinWait();
                    }
                    return null;
                }));
        assertTrue(late.getMessage().contains("50 ms"), late.getMessage());
        assertEquals("next", patient.call(() -> "next"));
        release.set(true);
    }

    @Test
    void an_interrupted_caller_interrupts_the_call() throws Exception {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var caller = new Thread(() -> {
            assertThrows(
                    InterruptedException.class,
                    () -> patient.call(() -> {
                        started.countDown();
                        try {
                            return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                        } catch (InterruptedException e) {
                            interrupted.countDown();
                            throw e;
                        }
                    }));
        });
        caller.start();
        started.await();
        caller.interrupt();
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    /** Calls what the test says, by turns, and writes down what came of it. */
    private static class Script implements PluginGuard.Series {
        final List<String> told = new CopyOnWriteArrayList<>();
        final List<String> threads = new CopyOnWriteArrayList<>();
        private final List<Callable<String>> calls;
        private int at = -1;

        Script(List<Callable<String>> calls) {
            this.calls = calls;
        }

        @Override
        public boolean next() {
            return ++at < calls.size();
        }

        @Override
        public Runnable call() {
            threads.add(Thread.currentThread().getName());
            String outcome;
            try {
                outcome = calls.get(at).call();
            } catch (Exception e) {
                outcome = e.getMessage();
            }
            String words = outcome;
            return () -> told.add(words);
        }

        @Override
        public void late(PluginGuard.TimedOutException late) {
            told.add(at + " " + late.getMessage());
        }
    }

    @Test
    void a_series_of_calls_runs_in_order_on_one_thread() throws Exception {
        var script = new Script(List.of(() -> "a", () -> "b", () -> "c"));
        patient.series(script, Duration.ofSeconds(15));
        assertEquals(List.of("a", "b", "c"), script.told);
        assertEquals(List.of("patient-1", "patient-1", "patient-1"), script.threads);
    }

    @Test
    void a_call_of_a_series_that_hangs_is_late_and_the_others_go_on_without_it() throws Exception {
        var release = new CountDownLatch(1);
        var wokeUp = new CountDownLatch(1);
        var script = new Script(List.of(
                () -> "a",
                () -> {
                    while (release.getCount() > 0) {
                        Thread.onSpinWait(); // deaf to interrupts
                    }
                    wokeUp.countDown();
                    return "too late";
                },
                () -> "c"));
        patient.series(script, Duration.ofMillis(50));
        assertEquals(List.of("a", "1 did not answer within 50 ms", "c"), script.told);
        assertEquals(List.of("patient-1", "patient-1", "patient-2"), script.threads);
        release.countDown();
        wokeUp.await();
        var after = new Script(List.of(() -> "d", () -> "e"));
        patient.series(after, Duration.ofSeconds(15));
        assertEquals(3, script.told.size());
    }

    @Test
    void interrupting_who_waits_for_a_series_interrupts_its_call_and_begins_no_other() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var script = new Script(List.of(
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "stopped";
                },
                () -> "b"));
        var stopped = new CountDownLatch(1);
        var caller = new Thread(() -> {
            try {
                patient.series(script, Duration.ofSeconds(15));
            } catch (InterruptedException e) {
                stopped.countDown();
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        stopped.await();
        interrupted.await();
        caller.join();
        assertEquals(List.of(), script.told);
    }

    @Test
    void a_series_that_throws_itself_says_so() {
        var broken = new Script(List.of(() -> "a")) {
            @Override
            public boolean next() {
                throw new IllegalStateException("broken");
            }
        };
        var failed = assertThrows(ExecutionException.class, () -> patient.series(broken, Duration.ofSeconds(15)));
        assertEquals("broken", failed.getCause().getMessage());
    }
}

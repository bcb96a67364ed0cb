package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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
}

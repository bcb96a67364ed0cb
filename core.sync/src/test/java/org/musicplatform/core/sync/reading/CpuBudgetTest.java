package org.musicplatform.core.sync.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CpuBudgetTest {

    private static final long MILLIS = 1_000_000;

    private long now = 5 * MILLIS;
    private long used = 7 * MILLIS;
    private final CpuBudget quarter = new CpuBudget(25, () -> used, () -> now);

    /** Works in pieces as often as the budget lets it, for some time; returns the share it took. */
    private double share(long piece, long millis, int atOnce) {
        long began = now;
        long before = used;
        while (now - began < millis * MILLIS) {
            long wait = quarter.waitNanos();
            if (wait == 0) {
                now += piece / atOnce;
                used += piece;
            } else {
                now += wait;
            }
        }
        return (double) (used - before) / (now - began);
    }

    @Test
    void work_takes_its_share_whatever_its_pieces_are_and_however_many_work_at_once() {
        assertEquals(0.25, share(3 * MILLIS, 60_000, 1), 0.01);
        assertEquals(0.25, share(200 * MILLIS, 60_000, 1), 0.01);
        assertEquals(0.25, share(40 * MILLIS, 60_000, 4), 0.01);
    }

    @Test
    void what_was_not_used_is_not_saved_up() {
        share(3 * MILLIS, 1_000, 1);
        now += 60_000 * MILLIS; // idle
        assertTrue(share(3 * MILLIS, 1_000, 1) < 0.30);
    }

    @Test
    void the_time_of_threads_that_do_not_index_is_not_counted() throws Exception {
        var cpu = new IndexingCpu();
        burn("decode-test", 200);
        long others = cpu.getAsLong();
        burn("core-worker-tags-test", 200);
        long ours = cpu.getAsLong() - others;
        assertTrue(ours >= 190 * MILLIS, ours + " ns of 200 ms");
        assertTrue(others < ours, others + " ns beside " + ours);
    }

    /** Keeps a thread of a name busy for some time of a processor, and lets it live until it was looked at. */
    private static void burn(String name, long millis) throws InterruptedException {
        var burnt = new CountDownLatch(1);
        var thread = new Thread(
                () -> {
                    var bean = java.lang.management.ManagementFactory.getThreadMXBean();
                    while (bean.getCurrentThreadCpuTime() < millis * MILLIS) {
                        Thread.onSpinWait();
                    }
                    burnt.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        burnt.await();
    }
}

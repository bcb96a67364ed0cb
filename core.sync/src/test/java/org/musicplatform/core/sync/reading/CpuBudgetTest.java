package org.musicplatform.core.sync.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}

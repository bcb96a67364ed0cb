package org.musicplatform.core.sync.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void it_doubles_up_to_the_longest_and_begins_anew_after_a_change() {
        var sweep = new Sweep(MINUTE, Duration.ofMinutes(5), 0);
        assertEquals(MINUTE, sweep.left(0));
        sweep.looked(false, 0);
        assertEquals(MINUTE.multipliedBy(2), sweep.left(0));
        sweep.looked(false, 0);
        sweep.looked(false, 0);
        assertEquals(MINUTE.multipliedBy(5), sweep.left(0));
        sweep.looked(true, 0);
        assertEquals(MINUTE, sweep.left(0));
        assertEquals(Duration.ZERO, sweep.left(MINUTE.multipliedBy(9).toNanos()));
    }
}

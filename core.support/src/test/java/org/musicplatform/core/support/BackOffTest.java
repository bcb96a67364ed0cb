package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void waits_twice_as_long_each_time_up_to_the_limit() {
        var middle = new BackOff(SECOND, Duration.ofSeconds(64), () -> 0.5);
        assertEquals(SECOND, middle.after(1));
        assertEquals(Duration.ofSeconds(2), middle.after(2));
        assertEquals(Duration.ofSeconds(32), middle.after(6));
        assertEquals(Duration.ofSeconds(64), middle.after(8));
        assertEquals(Duration.ofSeconds(64), middle.after(Integer.MAX_VALUE));
    }

    @Test
    void those_who_failed_together_do_not_come_back_together() {
        var backOff = new BackOff(SECOND, Duration.ofSeconds(64));
        var waits = IntStream.range(0, 100).mapToObj(i -> backOff.after(1)).toList();
        assertTrue(waits.stream().distinct().count() > 90);
        assertTrue(waits.stream().allMatch(wait -> wait.toMillis() >= 500 && wait.toMillis() <= 1_500));
    }
}

package org.musicplatform.core.sync.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void the_share_never_falls_and_never_exceeds_one_whatever_turns_up() {
        for (int seed = 0; seed < 200; seed++) {
            var chance = new Random(seed);
            var tally = new Tally(chance.nextBoolean());
            tally.begin(chance.nextBoolean(), chance.nextInt(50), chance.nextInt(50));
            double before = 0;
            for (int i = 0; i < 100; i++) {
                switch (chance.nextInt(4)) {
                    case 0 -> tally.files += chance.nextInt(20);
                    case 1 -> tally.unchanged += chance.nextInt(5);
                    case 2 -> tally.ended += chance.nextInt(20);
                    default -> tally.begin(chance.nextBoolean(), chance.nextInt(50), 0); // a cursor expired
                }
                double share = tally.view("reading", i > 50, false).share();
                assertTrue(share >= before && share <= 0.99, "seed " + seed + ": " + share + " after " + before);
                before = share;
            }
            assertEquals(1, tally.view("finishing", true, true).share());
        }
    }

    @Test
    void what_waited_before_and_is_unchanged_when_it_is_listed_counts_once() {
        var tally = new Tally(false);
        tally.begin(true, 0, 0);
        tally.ended = 4; // read before they were listed
        tally.files = 4;
        tally.unchanged = 4;
        assertEquals(4, tally.counts().done());
        assertEquals(4, tally.counts().files());
    }

    @Test
    void the_pace_is_that_of_the_last_seconds_and_tells_what_is_left() {
        var pace = new Pace();
        assertEquals(0, pace.note(0, 0));
        assertEquals(100, pace.note(1_000, 100));
        for (long second = 2; second <= 20; second++) {
            pace.note(second * 1_000, 100 + (second - 1) * 10);
        }
        assertEquals(10, pace.note(21_000, 300), 0.01);
        assertEquals(Duration.ofSeconds(30), Pace.left(300, 10));
        assertNull(Pace.left(300, 0));
    }
}

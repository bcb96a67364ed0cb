package org.musicplatform.core.sync.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private long now;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    };

    @Test
    void four_of_a_thousand_changes_in_a_second_are_told() {
        var progress = new Progress(clock);
        int told = 0;
        for (now = 0; now < 1_000; now++) {
            told += progress.due(now) ? 1 : 0;
        }
        assertEquals(4, told);
    }

    @Test
    void what_did_not_change_is_not_told_again() {
        var progress = new Progress(clock);
        assertEquals(true, progress.due("same"));
        now = 10_000;
        assertEquals(false, progress.due("same"));
    }
}

package org.musicplatform.core.api.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SyncStatusTest {

    private static SyncStatus status(SyncState state) {
        var counts = new SyncCounts(1, 2, 3, 4, 5, 6, 7);
        return new SyncStatus(new SyncJobId(1), state, "reading", counts, true, Instant.EPOCH, Duration.ZERO, "");
    }

    @Test
    void a_job_under_way_that_was_interrupted_has_failed_with_what_it_counted() {
        var left = status(SyncState.PAUSED).interrupted();
        assertEquals(SyncState.FAILED, left.state());
        assertEquals(status(SyncState.PAUSED).counts(), left.counts());
        assertTrue(left.reason().contains("interrupted"), left.reason());
    }

    @Test
    void an_end_stays_what_it_is() {
        var held = status(SyncState.HELD);
        assertSame(held, held.interrupted());
    }
}

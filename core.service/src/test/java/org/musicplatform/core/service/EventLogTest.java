package org.musicplatform.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.event.CapabilityChanged;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventFilter;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.Severity;

class EventLogTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final EventLog log = new EventLog();

    @Test
    void events_arrive_in_order_with_rising_numbers() throws Exception {
        var stream = log.open(EventFilter.all());
        log.publish(event(Severity.INFO));
        log.publish(event(Severity.WARNING));
        assertEquals(1, stream.next(NOT_AT_ALL).sequence());
        assertEquals(Severity.WARNING, stream.next(NOT_AT_ALL).event().header().severity());
        assertNull(stream.next(NOT_AT_ALL));
    }

    @Test
    void a_slow_reader_loses_the_oldest_and_is_told_how_many() throws Exception {
        var stream = log.open(new EventFilter(Set.of(), Severity.DEBUG, EventFilter.NOW, 2));
        for (int i = 0; i < 5; i++) {
            log.publish(event(Severity.INFO));
        }
        var lag = stream.next(NOT_AT_ALL);
        assertEquals(3, lag.lagged());
        assertEquals(3, lag.sequence());
        assertEquals(4, stream.next(NOT_AT_ALL).sequence());
    }

    @Test
    void a_late_reader_gets_what_is_remembered() throws Exception {
        for (int i = 0; i < 1_002; i++) {
            log.publish(event(Severity.INFO));
        }
        var recent = log.open(EventFilter.all().from(1_002));
        assertEquals(1_002, recent.next(NOT_AT_ALL).sequence());
        var all = log.open(new EventFilter(Set.of(), Severity.DEBUG, 1, 5_000));
        assertEquals(2, all.next(NOT_AT_ALL).lagged());
    }

    @Test
    void unwanted_events_do_not_arrive() throws Exception {
        var warnings = log.open(new EventFilter(Set.of("core"), Severity.WARNING, EventFilter.NOW, 10));
        var library = log.open(EventFilter.areas("library"));
        log.publish(event(Severity.INFO));
        log.publish(event(Severity.ERROR));
        assertEquals(2, warnings.next(NOT_AT_ALL).sequence());
        assertNull(library.next(NOT_AT_ALL));
    }

    @Test
    void closing_wakes_a_waiting_reader() throws Exception {
        var stream = log.open(EventFilter.all());
        var reader = new Thread(() -> {
            try {
                stream.next(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        reader.start();
        log.close();
        reader.join(10_000);
        assertTrue(!reader.isAlive() && stream.isClosed());
    }

    private static CoreEvent event(Severity severity) {
        return new CapabilityChanged(new EventHeader(Instant.EPOCH, "", severity), Capability.LIBRARY, true);
    }
}

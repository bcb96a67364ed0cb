package org.musicplatform.platform.logging.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.slf4j.event.Level;

class LogForwarderTest {

    private record Line(Level level, String logger, String message, Throwable cause) {}

    private static Line forwarded(LogLevel level, String logger, String bundle, String message, Throwable cause) {
        var lines = new ArrayList<Line>();
        new LogForwarder((l, n, m, c) -> lines.add(new Line(l, n, m, c)))
                .logged(entry(level, logger, bundle, message, cause));
        assertEquals(1, lines.size());
        return lines.get(0);
    }

    private static LogEntry entry(LogLevel level, String logger, String bundle, String message, Throwable cause) {
        var loader = LogForwarderTest.class.getClassLoader();
        var from = (Bundle) Proxy.newProxyInstance(loader, new Class<?>[] {Bundle.class}, (p, method, a) -> bundle);
        return (LogEntry) Proxy.newProxyInstance(
                loader, new Class<?>[] {LogEntry.class}, (p, method, a) -> switch (method.getName()) {
                    case "getLogLevel" -> level;
                    case "getLoggerName" -> logger;
                    case "getBundle" -> from;
                    case "getMessage" -> message;
                    case "getException" -> cause;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void each_level_has_its_counterpart() {
        var levels = new ArrayList<Level>();
        for (LogLevel level :
                List.of(LogLevel.ERROR, LogLevel.WARN, LogLevel.INFO, LogLevel.AUDIT, LogLevel.DEBUG, LogLevel.TRACE)) {
            levels.add(forwarded(level, "x", "some.plugin", "m", null).level());
        }
        assertEquals(List.of(Level.ERROR, Level.WARN, Level.INFO, Level.INFO, Level.DEBUG, Level.TRACE), levels);
    }

    @Test
    void the_name_of_the_logger_is_kept_and_the_cause_is_passed_on() {
        var cause = new IllegalStateException("why");
        assertEquals(
                new Line(Level.ERROR, "a.B", "failed", cause),
                forwarded(LogLevel.ERROR, "a.B", "some.plugin", "failed", cause));
    }

    @Test
    void without_a_telling_name_the_bundle_gives_it() {
        for (String name : new String[] {null, "", "LogService.some.plugin", "Events.Bundle"}) {
            assertEquals(
                    "some.plugin",
                    forwarded(LogLevel.WARN, name, "some.plugin", "m", null).logger());
        }
        assertEquals(
                "framework", forwarded(LogLevel.WARN, null, null, "m", null).logger());
    }

    @Test
    void chatter_of_the_framework_is_for_debugging_but_its_complaints_are_not() {
        assertEquals(
                Level.DEBUG,
                forwarded(LogLevel.INFO, "Events.Bundle", "some.plugin", "STARTED", null)
                        .level());
        assertEquals(
                Level.DEBUG,
                forwarded(LogLevel.INFO, "x", "org.apache.felix.scr", "m", null).level());
        assertEquals(
                Level.ERROR,
                forwarded(LogLevel.ERROR, "Events.Framework", "a", "m", null).level());
        assertEquals(
                Level.WARN,
                forwarded(LogLevel.WARN, "x", "org.apache.felix.eventadmin", "m", null)
                        .level());
    }

    @Test
    void an_entry_without_a_message_is_an_empty_line() {
        assertEquals(
                "", forwarded(LogLevel.INFO, "x", "some.plugin", null, null).message());
    }
}

package org.musicplatform.platform.logging.component;

import org.musicplatform.platform.logging.Sink;
import org.osgi.framework.Constants;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.slf4j.event.Level;

/** Turns entries of the framework's log into lines of ours. */
final class LogForwarder implements LogListener {

    private final Sink sink;

    LogForwarder(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void logged(LogEntry entry) {
        String message = entry.getMessage();
        sink.log(level(entry), logger(entry), message == null ? "" : message, entry.getException());
    }

    private static Level level(LogEntry entry) {
        Level level =
                switch (entry.getLogLevel()) {
                    case ERROR -> Level.ERROR;
                    case WARN -> Level.WARN;
                    case AUDIT, INFO -> Level.INFO;
                    case DEBUG -> Level.DEBUG;
                    case TRACE -> Level.TRACE;
                };
        // each start writes a hundred of these, and none of them asks for anything
        return entry.getLogLevel() == LogLevel.INFO && isChatter(entry) ? Level.DEBUG : level;
    }

    private static boolean isChatter(LogEntry entry) {
        String bundle = bundle(entry);
        return isEvent(entry)
                || Constants.SYSTEM_BUNDLE_SYMBOLICNAME.equals(bundle)
                || bundle.startsWith("org.apache.felix.");
    }

    private static String logger(LogEntry entry) {
        String name = entry.getLoggerName();
        // names without meaning: those of events, and those of the log service of old
        boolean telling = name != null && !name.isBlank() && !isEvent(entry) && !name.startsWith("LogService");
        return telling ? name : bundle(entry);
    }

    private static boolean isEvent(LogEntry entry) {
        return entry.getLoggerName() != null && entry.getLoggerName().startsWith("Events.");
    }

    private static String bundle(LogEntry entry) {
        var bundle = entry.getBundle();
        String name = bundle == null ? null : bundle.getSymbolicName();
        return name == null ? "framework" : name;
    }
}

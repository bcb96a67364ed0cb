package org.musicplatform.launcher;

import org.apache.felix.framework.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes what the framework itself has to say to the log. It would print it: a line with a stack trace for each jar, say,
 * when a distribution was moved or another version took its place, after which it goes on with the jars that are there.
 */
final class FrameworkLog extends Logger {

    /** The framework property that takes one of these. */
    static final String PROPERTY = "felix.log.logger";

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(FrameworkLog.class);

    @Override
    protected void doLog(int level, String message, Throwable thrown) {
        LOG.atLevel(slf4j(level)).log("{}{}", message, thrown == null ? "" : " (" + thrown + ")");
        LOG.debug(message, thrown);
    }

    private static Level slf4j(int level) {
        return switch (level) {
            case LOG_ERROR, LOG_WARNING -> Level.WARN; // degraded: what ends the start is thrown, too
            case LOG_INFO -> Level.INFO;
            default -> Level.DEBUG;
        };
    }
}

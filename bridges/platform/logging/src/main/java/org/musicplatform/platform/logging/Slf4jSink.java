package org.musicplatform.platform.logging;

import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The log of the core. */
public final class Slf4jSink implements Sink {

    @Override
    public void log(Level level, String logger, String message, Throwable cause) {
        LoggerFactory.getLogger(logger).atLevel(level).setCause(cause).log(message);
    }
}

package org.musicplatform.platform.logging;

import org.slf4j.event.Level;

/** Takes one line of a log. */
@FunctionalInterface
public interface Sink {

    /**
     * Takes a line.
     *
     * @param cause what led to it, or null
     */
    void log(Level level, String logger, String message, Throwable cause);
}

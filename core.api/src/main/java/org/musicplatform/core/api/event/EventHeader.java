package org.musicplatform.core.api.event;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * What every event carries.
 *
 * @param time when the change took effect, not null
 * @param correlationId ties together all events of one job or request, not null, may be empty
 * @param severity how much it matters, not null
 */
public record EventHeader(Instant time, String correlationId, Severity severity) implements Serializable {

    public EventHeader {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(severity, "severity");
    }
}

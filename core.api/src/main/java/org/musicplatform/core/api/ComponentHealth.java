package org.musicplatform.core.api;

import java.time.Instant;
import java.util.Objects;

/**
 * The state of one part of the core.
 *
 * @param component its name, e.g. {@code library} or {@code source:local}, not null
 * @param state how it is, not null
 * @param code stable code in lower case with hyphens, {@code ok} when all is well, not null
 * @param message one sentence for people, not null
 * @param remedy what a person can do, empty when there is nothing to do, not null
 * @param since when it got into this state, not null
 */
public record ComponentHealth(
        String component, State state, String code, String message, String remedy, Instant since) {

    /** How a component is. */
    public enum State {
        /** It works. */
        OK,
        /** It works in part. */
        DEGRADED,
        /** It does not work. */
        DOWN
    }

    public ComponentHealth {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(since, "since");
    }
}

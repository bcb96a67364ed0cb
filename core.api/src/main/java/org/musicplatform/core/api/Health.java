package org.musicplatform.core.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The state of the whole core at one moment.
 *
 * @param at when it was looked at, not null
 * @param components every component, worst first, then by name; not null
 */
public record Health(Instant at, List<ComponentHealth> components) {

    public Health {
        Objects.requireNonNull(at, "at");
        components = List.copyOf(components);
    }

    /**
     * Returns the worst state of all components.
     *
     * @return {@code OK} when there is no component
     */
    public ComponentHealth.State state() {
        return components.stream()
                .map(ComponentHealth::state)
                .max(java.util.Comparator.naturalOrder())
                .orElse(ComponentHealth.State.OK);
    }
}

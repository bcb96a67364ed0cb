package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.Capability;

/**
 * A part of the core came or went.
 *
 * @param header when and how, not null
 * @param capability the part, not null
 * @param available whether it is there now
 */
public record CapabilityChanged(EventHeader header, Capability capability, boolean available) implements CoreEvent {

    public CapabilityChanged {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(capability, "capability");
    }

    @Override
    public String area() {
        return "core";
    }
}

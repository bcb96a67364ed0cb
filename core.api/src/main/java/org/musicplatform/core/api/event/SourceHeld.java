package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.sync.HeldSource;

/**
 * So much of a source is missing that a person has to decide: nothing was marked missing.
 *
 * @param header when and how, not null
 * @param held the source, with some of the files that are missing, not null
 */
public record SourceHeld(EventHeader header, HeldSource held) implements CoreEvent {

    public SourceHeld {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(held, "held");
    }

    @Override
    public String area() {
        return "sync";
    }
}

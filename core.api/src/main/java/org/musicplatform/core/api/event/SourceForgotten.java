package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.source.SourceAccount;

/**
 * A source and its files are no longer known.
 *
 * @param header when and how, not null
 * @param source the source, not null
 */
public record SourceForgotten(EventHeader header, SourceAccount source) implements CoreEvent {

    public SourceForgotten {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(source, "source");
    }

    @Override
    public String area() {
        return "source";
    }
}

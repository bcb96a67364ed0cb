package org.musicplatform.core.api.event;

import java.util.Objects;
import org.musicplatform.core.api.source.SourceAccount;

/**
 * A source is known from now on.
 *
 * @param header when and how, not null
 * @param source the source, not null
 */
public record SourceAdded(EventHeader header, SourceAccount source) implements CoreEvent {

    public SourceAdded {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(source, "source");
    }

    @Override
    public String area() {
        return "source";
    }
}

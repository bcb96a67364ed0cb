package org.musicplatform.core.api.event;

import java.util.Objects;

/**
 * Another library took the place of the one that was open: whoever shows or remembers something of it asks anew. Ids
 * may mean something else than before.
 *
 * @param header when and how, not null
 * @param revision its last change; higher than any that was told before, and every track counts as changed by it
 */
public record LibraryReplaced(EventHeader header, long revision) implements CoreEvent {

    public LibraryReplaced {
        Objects.requireNonNull(header, "header");
    }

    @Override
    public String area() {
        return "library";
    }
}

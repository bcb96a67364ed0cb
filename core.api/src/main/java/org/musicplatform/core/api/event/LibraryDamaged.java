package org.musicplatform.core.api.event;

import java.util.List;
import java.util.Objects;

/**
 * The library that is open was found to be damaged: some questions may fail. The way back is to restore it.
 *
 * @param header when and how, not null
 * @param findings what is wrong, one sentence each, not null
 */
public record LibraryDamaged(EventHeader header, List<String> findings) implements CoreEvent {

    public LibraryDamaged {
        Objects.requireNonNull(header, "header");
        findings = List.copyOf(findings);
    }

    @Override
    public String area() {
        return "library";
    }
}

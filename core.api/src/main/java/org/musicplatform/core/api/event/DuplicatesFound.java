package org.musicplatform.core.api.event;

import java.util.Objects;

/**
 * Files were found that hold the same bytes as others and are different tracks, and what becomes of them is for a person
 * to decide.
 *
 * @param header when and how, not null
 * @param found how many contents were found since this was told last
 * @param waiting how many wait for a decision by now
 */
public record DuplicatesFound(EventHeader header, long found, long waiting) implements CoreEvent {

    public DuplicatesFound {
        Objects.requireNonNull(header, "header");
    }

    @Override
    public String area() {
        return "library";
    }
}

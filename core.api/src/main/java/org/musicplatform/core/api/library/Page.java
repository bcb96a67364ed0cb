package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;

/**
 * A part of a list. Pages stay in step while the library changes: none is shown twice, none that stays is left out.
 *
 * @param <T> what is listed
 * @param items the items, not null
 * @param next what to pass as {@link PageRequest#after} for the next page, null on the last
 */
public record Page<T>(List<T> items, String next) implements Serializable {

    public Page {
        items = List.copyOf(items);
    }
}

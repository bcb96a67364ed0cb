package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;

/**
 * Which tables a library has, and which this version of the program works with.
 *
 * @param current number of the last step that the library took, 0 for one that is still to be made
 * @param known number of the last step that the program knows
 * @param steps what the steps to come do, one sentence or name each, in their order, not null
 */
public record LibrarySchema(int current, int known, List<String> steps) implements Serializable {

    public LibrarySchema {
        steps = List.copyOf(steps);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a library whose place another one took.
 *
 * @param aside file with the one before, null when there was none. One that was sound is kept until the library has been
 *     opened once more; one that was damaged until somebody deletes it.
 * @param notes what was taken over and what was lost, one sentence each, not null
 */
public record LibraryReplacement(String aside, List<String> notes) implements Serializable {

    public LibraryReplacement {
        notes = List.copyOf(notes);
    }
}

package org.musicplatform.core.metadata.tags.fields;

import java.nio.charset.Charset;
import java.util.List;

/** Decides in which charset the 8-bit texts of a tag were meant. Thread-safe. */
@FunctionalInterface
public interface LegacyText {

    /**
     * Looks at all such texts of one tag.
     *
     * @param texts each byte as the character of that number; at least one is not ASCII
     * @return how they were meant, not null
     */
    Charset charset(List<String> texts);
}

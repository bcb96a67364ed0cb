package org.musicplatform.core.metadata;

import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.metadata.spi.TagReader;

/**
 * A tag reader with what its properties say.
 *
 * @param id its name
 * @param extensions file name extensions that it knows, lower case
 * @param reader the reader
 */
public record Reader(String id, List<String> extensions, TagReader reader) {

    public Reader {
        Objects.requireNonNull(id, "id");
        extensions = List.copyOf(extensions);
        Objects.requireNonNull(reader, "reader");
    }
}

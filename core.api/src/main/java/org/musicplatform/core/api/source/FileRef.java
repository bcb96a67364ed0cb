package org.musicplatform.core.api.source;

import java.io.Serializable;
import java.util.Objects;

/**
 * Where the bytes of a file are.
 *
 * @param source the source, not null
 * @param itemId the provider's id of the file, not null
 * @param name file name to show and to guess the format from, not null
 * @param version the version meant, {@link ItemVersion#UNKNOWN} for whatever is there now, not null
 */
public record FileRef(SourceAccount source, String itemId, String name, ItemVersion version) implements Serializable {

    public FileRef {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(itemId, "itemId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }
}

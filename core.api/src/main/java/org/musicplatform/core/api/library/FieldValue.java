package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.metadata.TagField;

/**
 * A field of a track and where it came from.
 *
 * @param field which, not null
 * @param values its values in order, not empty, not null
 * @param origin where they came from, not null
 * @param detail of the origin: the file for a tag, the id of the service, when a person entered it; not null
 */
public record FieldValue(TagField field, List<String> values, Origin origin, String detail) implements Serializable {

    /** Where a value can come from, from weakest to strongest. */
    public enum Origin {
        /** Made up from the file's name. */
        FILE_NAME,
        /** Read from the file. */
        TAG,
        /** Told by a service. */
        SERVICE,
        /** Entered by a person. */
        USER
    }

    public FieldValue {
        Objects.requireNonNull(field, "field");
        values = List.copyOf(values);
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(detail, "detail");
    }
}

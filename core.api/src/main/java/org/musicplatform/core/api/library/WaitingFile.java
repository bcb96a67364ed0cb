package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceId;

/**
 * A file that is known by name: its tags are still to be read, and until then it is no track.
 *
 * @param id its id, not null
 * @param source where it is, not null
 * @param path path of its folder and its name, to show to people, not null
 */
public record WaitingFile(FileId id, SourceId source, String path) implements Serializable {

    public WaitingFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(path, "path");
    }
}

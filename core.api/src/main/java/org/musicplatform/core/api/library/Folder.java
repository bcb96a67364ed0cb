package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceId;

/**
 * A folder of a source in which something is, or below which.
 *
 * @param id its id, not null
 * @param parent the folder that it is in, null for the root of its source
 * @param source where it is, not null
 * @param path its path in the source, as {@link TrackFile#path} begins with it; empty for the root, not null
 * @param name what to show: the last part of the path, the name of the source for its root; not null
 * @param folders how many folders with something in or below them are directly in it
 * @param files how many audio files are there in it and below
 */
public record Folder(FolderId id, FolderId parent, SourceId source, String path, String name, int folders, int files)
        implements Serializable {

    public Folder {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
    }
}

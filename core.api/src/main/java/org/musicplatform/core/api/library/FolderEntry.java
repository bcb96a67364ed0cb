package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * What is directly in a folder: another folder, or a file.
 *
 * @param folder the folder, or null when it is a file
 * @param file the file, or null when it is a folder
 */
public record FolderEntry(Folder folder, File file) implements Serializable {

    public FolderEntry {
        if ((folder == null) == (file == null)) {
            throw new IllegalArgumentException("an entry is either a folder or a file");
        }
    }

    /**
     * An audio file that is there. A file that a sheet divides is listed once for each of its tracks.
     *
     * @param id its id, not null
     * @param name its name, not null
     * @param size in bytes, or -1 when not known
     * @param state how it is, not null
     * @param reason why it is not {@code READY}, empty otherwise, not null
     * @param track its track, or null while its tags are to be read for the first time
     */
    public record File(FileId id, String name, long size, FileState state, String reason, Track track)
            implements Serializable {

        public File {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(reason, "reason");
        }
    }
}

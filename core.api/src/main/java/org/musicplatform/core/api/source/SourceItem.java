package org.musicplatform.core.api.source;

import java.io.Serializable;
import java.util.Objects;

/**
 * An item of a source as it is listed.
 *
 * @param id the provider's own id, unique in its source, not null. For {@code local}: the relative path, its raw bytes percent-encoded,
 *     of a folder with {@code /} at its end
 * @param name file name to show, not null
 * @param folder path of the folder to show, names joined by {@code /}, empty at the root, not null
 * @param kind file, folder, or an item that is gone; not null
 * @param version size, time, tags of its content, not null
 * @param mediaType MIME type when the source knows it, or null
 */
public record SourceItem(String id, String name, String folder, Kind kind, ItemVersion version, String mediaType)
        implements Serializable {

    /** What an item is. */
    public enum Kind {
        /** A file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** Gone: only in a list of changes. */
        REMOVED
    }

    public SourceItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(version, "version");
    }

    /**
     * Describes a file.
     *
     * @param id provider's id, not null
     * @param name file name, not null
     * @param folder folder path, not null
     * @param version version of its content, not null
     * @return an item
     */
    public static SourceItem file(String id, String name, String folder, ItemVersion version) {
        return new SourceItem(id, name, folder, Kind.FILE, version, null);
    }

    /**
     * Describes an item that is gone.
     *
     * @param id provider's id, not null
     * @return an item
     */
    public static SourceItem removed(String id) {
        return new SourceItem(id, "", "", Kind.REMOVED, ItemVersion.UNKNOWN, null);
    }

    /**
     * Returns folder and name as one path.
     *
     * @return never null
     */
    public String path() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}

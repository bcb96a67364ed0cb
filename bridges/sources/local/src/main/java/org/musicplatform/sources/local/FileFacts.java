package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.musicplatform.core.api.source.ItemVersion;

/**
 * What one look at a file tells.
 *
 * @param kind what it is
 * @param size length in bytes
 * @param modified last change, as exact as the file system keeps it
 * @param key tells one file from every other while both exist, or null when the file system does not tell
 * @param device the device it lies on, or null
 * @param inode its number on the device, or null
 */
record FileFacts(Kind kind, long size, Instant modified, Object key, Object device, Object inode) {

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

    /** Looks at a path itself. */
    static FileFacts of(Path path) throws IOException {
        return read(path, NO_FOLLOW);
    }

    /** Looks at where a path leads. */
    static FileFacts following(Path path) throws IOException {
        return read(path, FOLLOW);
    }

    private static FileFacts read(Path path, LinkOption[] options) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Map<String, Object> all = Files.readAttributes(
                    path,
                    "unix:dev,ino,isRegularFile,isDirectory,isSymbolicLink,size,lastModifiedTime,fileKey",
                    options);
            return new FileFacts(
                    kind((Boolean) all.get("isRegularFile"), (Boolean) all.get("isDirectory"), (Boolean)
                            all.get("isSymbolicLink")),
                    (Long) all.get("size"),
                    ((FileTime) all.get("lastModifiedTime")).toInstant(),
                    all.get("fileKey"),
                    all.get("dev"),
                    all.get("ino"));
        }
        var basic = Files.readAttributes(path, BasicFileAttributes.class, options);
        return new FileFacts(
                kind(basic.isRegularFile(), basic.isDirectory(), basic.isSymbolicLink()),
                basic.size(),
                basic.lastModifiedTime().toInstant(),
                basic.fileKey(),
                null,
                null);
    }

    private static Kind kind(boolean file, boolean folder, boolean link) {
        return file ? Kind.FILE : folder ? Kind.FOLDER : link ? Kind.LINK : Kind.OTHER;
    }

    /**
     * Returns the version of a file.
     *
     * @param home the device of the source's root: left out of the etag, since many systems number devices anew each
     *     time they are mounted
     */
    ItemVersion version(Object home) {
        return new ItemVersion(size, modified, inode == null ? null : etag(home), null);
    }

    private String etag(Object home) {
        String where = device.equals(home) ? "" : Long.toHexString(((Number) device).longValue()) + "-";
        return where + Long.toHexString(((Number) inode).longValue()) + "-"
                + Long.toHexString(modified.getEpochSecond()) + "." + Integer.toHexString(modified.getNano()) + "-"
                + Long.toHexString(size);
    }
}

package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
 */
record FileFacts(Kind kind, long size, Instant modified, Object key) {

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};
    private static final String DEVICE = "(dev=";
    private static final String INODE = ",ino=";

    /** A file key in the form that {@link #version} reads, for platforms whose own keys say less. */
    record Inode(long device, long number) {
        @Override
        public String toString() {
            return DEVICE + Long.toHexString(device) + INODE + number + ")";
        }
    }

    /** Looks at a path itself. */
    static FileFacts of(Path path) throws IOException {
        return read(path, NO_FOLLOW);
    }

    /** Looks at where a path leads. */
    static FileFacts following(Path path) throws IOException {
        return read(path, FOLLOW);
    }

    private static FileFacts read(Path path, LinkOption[] options) throws IOException {
        // asking for the numbers by name takes a third longer; the key of the platform at hand tells them too
        var basic = Files.readAttributes(path, BasicFileAttributes.class, options);
        Object platformKey = basic.fileKey();
        Object key = platformKey == null ? null : platformKey.toString(); // once: it is asked for again
        if (key != null && !isReadable((String) key)) {
            key = inode(path, options);
        }
        return new FileFacts(kind(basic), basic.size(), basic.lastModifiedTime().toInstant(), key);
    }

    private static boolean isReadable(String key) {
        return key.startsWith(DEVICE) && key.endsWith(")") && key.indexOf(INODE) > 0;
    }

    private static Object inode(Path path, LinkOption[] options) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return null;
        }
        Map<String, Object> both = Files.readAttributes(path, "unix:dev,ino", options);
        return new Inode(((Number) both.get("dev")).longValue(), ((Number) both.get("ino")).longValue());
    }

    private static Kind kind(BasicFileAttributes basic) {
        return basic.isRegularFile()
                ? Kind.FILE
                : basic.isDirectory() ? Kind.FOLDER : basic.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    }

    /** Returns the device it lies on, or null when the file system does not tell. */
    String device() {
        if (key == null) {
            return null;
        }
        String text = key.toString();
        return text.substring(DEVICE.length(), text.indexOf(INODE));
    }

    /**
     * Returns the version of a file.
     *
     * @param home the device of the source's root: left out of the etag, since many systems number devices anew each
     *     time they are mounted
     */
    ItemVersion version(String home) {
        return new ItemVersion(size, modified, key == null ? null : etag(home), null);
    }

    private String etag(String home) {
        String text = key.toString();
        int comma = text.indexOf(INODE);
        long number = Long.parseLong(text, comma + INODE.length(), text.length() - 1, 10);
        int device = comma - DEVICE.length();
        boolean elsewhere = home == null || device != home.length() || !text.startsWith(home, DEVICE.length());
        var etag = new byte[4 * Long.BYTES * 2 + 3]; // each file has one: texts of its parts would cost as much again
        int at = hex(etag, 0, number);
        etag[at++] = '-';
        at = hex(etag, at, modified.getEpochSecond());
        etag[at++] = '.';
        at = hex(etag, at, modified.getNano());
        etag[at++] = '-';
        at = hex(etag, at, size);
        String here = new String(etag, 0, at, StandardCharsets.ISO_8859_1);
        return elsewhere ? text.substring(DEVICE.length(), comma) + '-' + here : here;
    }

    /** Puts a number into an array, without zeros before it; returns where it ends. */
    private static int hex(byte[] target, int from, long value) {
        int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4);
        for (int i = digits - 1, at = from; i >= 0; i--, at++) {
            int digit = (int) (value >>> 4 * i) & 15;
            target[at] = (byte) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
        }
        return from + digits;
    }
}

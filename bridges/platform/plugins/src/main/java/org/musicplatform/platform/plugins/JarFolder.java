package org.musicplatform.platform.plugins;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The jars of a folder. One counts when it has not changed from one look to the next, or for a while: it may still be on
 * its way.
 */
final class JarFolder {

    private static final long OLD_MILLIS = 2_000;

    private final Path folder;
    private final Map<String, String> seen = new HashMap<>();

    JarFolder(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Returns every jar with its stamp. */
    Map<String, String> jars() throws IOException {
        var jars = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return jars;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String stamp = name.startsWith(".") ? "" : stamp(file);
                if (!stamp.isEmpty()) {
                    jars.put(name, stamp);
                }
            }
        }
        return jars;
    }

    /** Tells whether a jar is whole, as far as a look can tell, and notes it for the next look. */
    boolean isSettled(String name, String stamp) {
        long age = System.currentTimeMillis() - Long.parseLong(stamp.substring(stamp.indexOf('-') + 1));
        return stamp.equals(seen.put(name, stamp)) || age > OLD_MILLIS;
    }

    void forget(String name) {
        seen.remove(name);
    }

    /** Tells one content of a file from another: size and time of change; empty when it is gone. */
    static String stamp(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + "-" + attributes.lastModifiedTime().toMillis();
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        }
    }
}

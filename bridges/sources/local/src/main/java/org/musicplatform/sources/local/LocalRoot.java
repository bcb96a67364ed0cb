package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.musicplatform.core.api.source.SourceException;

/** The folder that is a source, and the ids of what lies below it. */
final class LocalRoot {

    private final Path path;
    private final String raw;
    private final String shown;

    LocalRoot(Path path) {
        this.path = path;
        this.raw = RawPaths.encode(path);
        this.shown = raw.isEmpty() ? path.toString() : RawPaths.show(raw);
    }

    Path path() {
        return path;
    }

    /** Returns its path percent-encoded, see {@link RawPaths}. */
    String raw() {
        return raw;
    }

    /** Returns its path to show. */
    String shown() {
        return shown;
    }

    /** Looks whether the folder is there and may be read. */
    FileFacts require() {
        try {
            var facts = FileFacts.following(path);
            if (facts.kind() == FileFacts.Kind.FOLDER) {
                Files.newDirectoryStream(path).close();
                return facts;
            }
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    SourceException.UNAVAILABLE,
                    "The folder " + shown + " may not be read. Change its permissions, or start as another user.",
                    e);
        } catch (IOException e) {
            throw gone(e);
        }
        throw gone(null);
    }

    private SourceException gone(IOException cause) {
        return new SourceException(
                SourceException.UNAVAILABLE,
                "The folder " + shown
                        + " is not there. Connect its drive, or forget the source if it is gone for good.",
                cause);
    }

    /** Looks whether the folder is still the one that a walk began with: an unmounted drive leaves an empty one behind. */
    void requireSame(FileFacts before) {
        Object now = require().key();
        if (before.key() != null && !before.key().equals(now)) {
            throw gone(null);
        }
    }

    /**
     * Returns the path of an id that stays below the root by its names; links below the root may lead out of it.
     *
     * @throws IllegalArgumentException when there can be no such id here
     */
    Path inside(String id) {
        String[] names = id.split("/", -1);
        for (String name : names) {
            requirePlainName(name);
        }
        Path inside = RawPaths.decode(raw + "/" + id);
        // on a system with another separator a name may still hold several
        if (inside.startsWith(path) && inside.getNameCount() == path.getNameCount() + names.length) {
            return inside;
        }
        throw new IllegalArgumentException("not inside");
    }

    private static void requirePlainName(String encoded) {
        boolean asItIs = encoded.length() > 2 && encoded.indexOf('%') < 0 && encoded.indexOf(0) < 0;
        if (asItIs) {
            return; // quick: each file is opened by its id
        }
        byte[] name = RawPaths.bytes(encoded);
        boolean dots = name.length == 1 && name[0] == '.' || name.length == 2 && name[0] == '.' && name[1] == '.';
        if (name.length == 0 || dots) {
            throw new IllegalArgumentException("not a name");
        }
        for (byte b : name) {
            if (b == '/' || b == 0) {
                throw new IllegalArgumentException("more than a name");
            }
        }
    }

    /**
     * Returns the path of a folder by its id.
     *
     * @throws IllegalArgumentException when there can be no such id here
     */
    Path folder(String id) {
        if (id.isEmpty()) {
            return path;
        }
        if (!id.endsWith("/")) {
            throw new IllegalArgumentException("not of a folder");
        }
        return inside(id.substring(0, id.length() - 1));
    }

    /** Returns an id as a person reads it. */
    static String readable(String id) {
        try {
            return RawPaths.show(id);
        } catch (IllegalArgumentException e) {
            // not one of our ids: shown as it came
            return id;
        }
    }
}

package org.musicplatform.core.api.bridge;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** Directories of the core on this machine, and safe writing in them. Thread-safe; blocks. */
@ConsumerType
public interface FileSystemAccess {

    /**
     * Returns where durable data lies: library, settings, state.
     *
     * @return an existing, writable, absolute directory, never null
     * @throws BridgeException when it cannot be made
     */
    Path dataDirectory();

    /**
     * Returns where lies what can be made again.
     *
     * @return an existing, writable, absolute directory, never null
     * @throws BridgeException when it cannot be made
     */
    Path cacheDirectory();

    /**
     * Replaces a file in one step: a reader, or a crash, sees the old content or the new one. Parent directories are
     * made.
     *
     * @param file absolute path inside one of the two directories, not null
     * @param content the new content, not null
     * @throws BridgeException when the path lies elsewhere, or writing fails; the old content is then still there
     */
    void writeAtomically(Path file, byte[] content);

    /**
     * Tells how much can still be written.
     *
     * @param directory an existing directory, not null
     * @return bytes
     * @throws BridgeException when it cannot be told
     */
    long usableSpace(Path directory);

    /**
     * Makes a file name from any text: no separators, no control characters, not reserved, at most 255 bytes in UTF-8,
     * not empty. Equal texts give equal names, different ones different names.
     *
     * @param text any text, not null
     * @return a name for a file, never null
     */
    String safeName(String text);
}

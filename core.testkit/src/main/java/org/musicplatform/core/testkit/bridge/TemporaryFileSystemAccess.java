package org.musicplatform.core.testkit.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.FileSystemAccess;

/** The directories of a test, below one that the test deletes. */
public final class TemporaryFileSystemAccess implements FileSystemAccess {

    private final Path root;

    /**
     * Creates an access.
     *
     * @param root an absolute directory, e.g. a {@code @TempDir}
     */
    public TemporaryFileSystemAccess(Path root) {
        this.root = root;
    }

    @Override
    public Path dataDirectory() {
        return directory(root.resolve("data"));
    }

    @Override
    public Path cacheDirectory() {
        return directory(root.resolve("cache"));
    }

    @Override
    public void writeAtomically(Path file, byte[] content) {
        Path target = file.normalize();
        if (!target.startsWith(root.resolve("data")) && !target.startsWith(root.resolve("cache"))) {
            throw new BridgeException(BridgeException.BAD_NAME, file + " lies outside of " + root + ".", null);
        }
        directory(target.getParent());
        try {
            Path temporary = Files.createTempFile(target.getParent(), ".", ".tmp");
            try {
                Files.write(temporary, content);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw failed("write " + file, e);
        }
    }

    @Override
    public long usableSpace(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            throw failed("look at " + directory, e);
        }
    }

    @Override
    public String safeName(String text) {
        var name = new StringBuilder("n");
        text.chars().forEach(c -> name.append(HexFormat.of().toHexDigits((char) c)));
        return name.length() <= 200 ? name.toString() : name.substring(0, 190) + "-" + text.hashCode();
    }

    private static Path directory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw failed("make " + directory, e);
        }
    }

    private static BridgeException failed(String what, IOException e) {
        return new BridgeException(BridgeException.IO, "Cannot " + what + ": " + e.getMessage(), e);
    }
}

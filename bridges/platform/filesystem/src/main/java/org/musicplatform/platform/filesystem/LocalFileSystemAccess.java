package org.musicplatform.platform.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.support.UninterruptedIo;

/** The directories of the core below one home directory, which only its owner can look into. */
public final class LocalFileSystemAccess implements FileSystemAccess {

    private final Path home;

    /** Creates an access; the directories are made when they are first asked for. */
    public LocalFileSystemAccess(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    @Override
    public Path dataDirectory() {
        return usable(home);
    }

    @Override
    public Path cacheDirectory() {
        return usable(home.resolve("cache"));
    }

    @Override
    public void writeAtomically(Path file, byte[] content) {
        Path target = file.normalize();
        if (!file.isAbsolute() || !target.startsWith(home) || target.equals(home)) {
            throw outside(file);
        }
        dataDirectory();
        try {
            makeParent(target);
            UninterruptedIo.call(() -> replace(target, content));
        } catch (IOException e) {
            throw new BridgeException(
                    BridgeException.IO,
                    "Cannot write " + file + " (" + reason(e)
                            + "). Check that the disk has room and may be written to.",
                    e);
        }
    }

    @Override
    public long usableSpace(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            throw new BridgeException(
                    BridgeException.IO,
                    "Cannot tell how much room is left in " + directory + " (" + reason(e)
                            + "). Check that the directory exists.",
                    e);
        }
    }

    @Override
    public String safeName(String text) {
        return SafeNames.of(text);
    }

    private static Path usable(Path directory) {
        try {
            // asked first: createDirectories takes a link to a directory for something in its way
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, ownerOnly(directory));
            }
        } catch (IOException e) {
            throw new BridgeException(
                    BridgeException.IO,
                    "Cannot make the directory " + directory + " (" + reason(e)
                            + "). Choose another home directory, or make this one writable.",
                    e);
        }
        if (!Files.isWritable(directory)) {
            throw new BridgeException(
                    BridgeException.IO,
                    "The directory " + directory + " may not be written to. Choose another home directory, or make it"
                            + " writable.",
                    null);
        }
        return directory;
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0]; // elsewhere a directory inherits the rights of the user's profile
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
    }

    private void makeParent(Path target) throws IOException {
        Path parent = target.getParent();
        Path existing = parent;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        // a link inside the home may lead out of it
        if (!existing.toRealPath().startsWith(home.toRealPath())) {
            throw outside(target);
        }
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent, ownerOnly(parent));
        }
    }

    private static Void replace(Path target, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), ".", ".tmp");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        makeNameDurable(target.getParent());
        return null;
    }

    private static void makeNameDurable(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows opens no directory, and needs no such step
        }
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private BridgeException outside(Path file) {
        return new BridgeException(
                BridgeException.BAD_NAME,
                "The file " + file + " does not lie in " + home + ", and the core writes nowhere else. Use a path below"
                        + " the data or the cache directory.",
                null);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}

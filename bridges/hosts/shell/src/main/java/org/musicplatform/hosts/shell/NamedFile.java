package org.musicplatform.hosts.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a person names for a command to read or to write. */
final class NamedFile {

    private NamedFile() {}

    /** Returns where a file is, seen from the folder in which the command was typed. */
    static Path path(Session session, String file, int mebibytes) throws IOException, CommandFailedException {
        Path path = session.directory().resolve(file).normalize();
        if (!Files.isRegularFile(path) || Files.size(path) > (long) mebibytes << 20) {
            throw new CommandFailedException("no-file", path + " is no file of at most " + mebibytes + " MiB.");
        }
        return path;
    }

    /** Reads all of a file. */
    static byte[] read(Session session, String file, int mebibytes) throws IOException, CommandFailedException {
        return Files.readAllBytes(path(session, file, mebibytes));
    }

    /** Writes a file that is not there yet. */
    static void writeNew(Path path, byte[] bytes) throws CommandFailedException {
        try {
            Files.write(path, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException("file-exists", path + " exists already; name a new file.");
        } catch (IOException e) {
            throw new CommandFailedException(
                    "file-io",
                    path + " could not be written (" + e.getClass().getSimpleName()
                            + "). Its folder has to be there and writable, and the disk to have room.");
        }
    }
}

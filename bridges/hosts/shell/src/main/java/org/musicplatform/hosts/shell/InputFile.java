package org.musicplatform.hosts.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person names for a command to read. */
final class InputFile {

    private InputFile() {}

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
}

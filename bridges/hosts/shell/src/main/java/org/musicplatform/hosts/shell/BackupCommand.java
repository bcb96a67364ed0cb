package org.musicplatform.hosts.shell;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup FILE}. */
@Command(name = "backup", description = "Copy the library into a new file, while it is in use too.")
final class BackupCommand extends org.musicplatform.hosts.shell.Command {

    @Parameters(paramLabel = "FILE", description = "The new file.")
    private String file;

    BackupCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        Path path = session().directory().resolve(file).normalize();
        long bytes = await(core().library().backup(path));
        if (json()) {
            Json.print(session().out(), json -> json.field("file", path).field("size", bytes));
        } else if (!quiet()) {
            session().out().println(path + ": " + String.format("%,d bytes", bytes));
        }
        return CommandLines.DONE;
    }
}

package org.musicplatform.hosts.shell;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code music DIR}. */
@Command(name = "open", hidden = true, description = "Index a folder, then open the shell.")
final class OpenCommand extends org.musicplatform.hosts.shell.Command {

    private final Root root;

    @Parameters(paramLabel = "DIR", arity = "1..*")
    private List<String> folders;

    OpenCommand(Root root) {
        super(root);
        this.root = root;
    }

    @Override
    int execute() throws Exception {
        int code = IndexCommand.index(root, folders);
        return code == CommandLines.DONE ? new ShellCommand(root).execute() : code;
    }
}

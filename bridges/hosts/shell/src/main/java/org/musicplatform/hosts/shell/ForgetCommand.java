package org.musicplatform.hosts.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forget DIR}. */
@Command(name = "forget", description = "Forget a folder. Nothing is deleted where the music lies.")
final class ForgetCommand extends org.musicplatform.hosts.shell.Command {

    @Parameters(paramLabel = "DIR", description = "A folder, or the id of a source, as sources lists them.")
    private String folder;

    ForgetCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var source = KnownSource.find(this, folder);
        await(core().sources().forget(source.id()));
        if (!quiet() && !json()) {
            session().out().println("Forgotten: " + Text.line(source.location()));
        }
        if (json()) {
            Json.print(session().out(), json -> json.forgotten(source));
        }
        return CommandLines.DONE;
    }
}

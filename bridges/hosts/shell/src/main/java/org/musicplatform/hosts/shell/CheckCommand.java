package org.musicplatform.hosts.shell;

import picocli.CommandLine.Command;

/** {@code check}. */
@Command(name = "check", description = "Look whether the library is sound.")
final class CheckCommand extends org.musicplatform.hosts.shell.Command {

    CheckCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var found = await(core().library().check());
        if (json()) {
            Json.print(session().out(), json -> json.strings("findings", found));
        } else if (found.isEmpty() && !quiet()) {
            session().out().println("The library is sound.");
        } else {
            found.forEach(line -> session().out().println(Text.line(line)));
        }
        return found.isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
    }
}

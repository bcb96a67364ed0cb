package org.musicplatform.hosts.shell;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check}. */
@Command(name = "check", description = "Look whether the library is sound.")
final class CheckCommand extends org.musicplatform.hosts.shell.Command {

    @Option(names = "--repair", description = "Make search anew before that.")
    private boolean repair;

    CheckCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        List<String> done = repair ? await(core().library().repair()) : List.of();
        var found = await(core().library().check());
        if (json()) {
            Json.print(session().out(), json -> {
                json.strings("findings", found);
                if (repair) {
                    json.strings("repaired", done);
                }
            });
        } else {
            print(done);
            print(found);
            if (found.isEmpty() && !quiet()) {
                session().out().println("The library is sound.");
            } else if (found.stream().anyMatch(line -> line.startsWith("Search ")) && !quiet()) {
                session().err().println("music check --repair makes search anew.");
            }
        }
        return found.isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
    }

    private void print(List<String> lines) {
        lines.forEach(line -> session().out().println(Text.line(line)));
    }
}

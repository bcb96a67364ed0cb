package org.musicplatform.hosts.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code favourite ID}. */
@Command(name = "favourite", description = "Make a track a favourite. To list them: tracks --favourite")
final class FavouriteCommand extends org.musicplatform.hosts.shell.Command {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "A track, as lists and search print it (t42).")
    private String id;

    @Option(names = "--off", description = "It is no favourite any more.")
    private boolean off;

    @Mixin
    private ListenerOption listener;

    FavouriteCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var track = TrackFiles.id(spec.commandLine(), id);
        var said = await(core().library().favourite(listener.id(core()), track, !off));
        if (json()) {
            Json.print(session().out(), json -> json.annotation(said));
        } else if (!quiet()) {
            session().out().println(track + ": " + (said.favourite() ? "a favourite" : "no favourite"));
        }
        return CommandLines.DONE;
    }
}

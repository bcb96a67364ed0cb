package org.musicplatform.hosts.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code history}. */
@Command(name = "history", description = "List what was heard, the latest first.")
final class HistoryCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Mixin
    private ListenerOption listener;

    HistoryCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var found = await(core().library().history(listener.id(core()), page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.history(found));
            return CommandLines.DONE;
        }
        var table = new Table();
        found.items()
                .forEach(play -> table.row(
                        play.started(),
                        play.track().id(),
                        play.track().title(),
                        play.track().artist(),
                        Text.duration(play.heard()),
                        play.counted() ? "played" : "begun"));
        table.print(session().out());
        if (found.next() != null && !quiet()) {
            session().err().println("More with: --after " + found.next());
        }
        return CommandLines.DONE;
    }
}

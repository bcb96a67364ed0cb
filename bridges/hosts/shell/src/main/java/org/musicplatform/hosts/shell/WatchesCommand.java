package org.musicplatform.hosts.shell;

import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code watches}. */
@Command(name = "watches", description = "List the sources that the library follows by itself, and how.")
final class WatchesCommand extends org.musicplatform.hosts.shell.Command {

    WatchesCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var watches = await(core().sync().watches());
        if (json()) {
            Json.print(session().out(), json -> json.watches(watches));
            return CommandLines.DONE;
        }
        if (watches.isEmpty() && !quiet()) {
            session().err().println("No source is watched. The shell does: music shell");
        }
        var table = new Table();
        watches.forEach(watch -> table.row(
                watch.source(), watch.state().name().toLowerCase(Locale.ROOT), watch.reason(), watch.remedy()));
        table.print(session().out());
        return CommandLines.DONE;
    }
}

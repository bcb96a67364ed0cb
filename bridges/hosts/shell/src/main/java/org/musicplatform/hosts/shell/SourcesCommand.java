package org.musicplatform.hosts.shell;

import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code sources}. */
@Command(name = "sources", description = "List the folders that are known, with state and counts.")
final class SourcesCommand extends org.musicplatform.hosts.shell.Command {

    SourcesCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var sources = await(core().sources().list());
        if (json()) {
            Json.print(session().out(), json -> json.sources(sources));
            return CommandLines.DONE;
        }
        if (sources.isEmpty()) {
            session().err().println("No folder is known yet. Name one: music index ~/Music");
        }
        var table = new Table();
        sources.forEach(s -> table.row(
                s.account().id(),
                s.account().location(),
                s.state().name().toLowerCase(Locale.ROOT),
                Lists.plural(s.files(), "file"),
                String.format("%,d missing", s.missing()),
                String.format("%,d failed", s.failed()),
                s.reason()));
        table.print(session().out());
        return CommandLines.DONE;
    }
}

package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.NameOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code genres}. */
@Command(name = "genres", description = "Browse the genres by name.")
final class GenresCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Option(names = "--most", description = "Those with the most tracks first.")
    private boolean most;

    GenresCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var order = most ? NameOrder.MOST_TRACKS : NameOrder.BY_NAME;
        var found = await(core().library().genres(order, page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.genres(found));
        } else {
            var table = new Table();
            found.items().forEach(genre -> table.row(genre.name(), Lists.plural(genre.tracks(), "track")));
            table.print(session().out());
            Paging.tell(this, found);
        }
        return CommandLines.DONE;
    }
}

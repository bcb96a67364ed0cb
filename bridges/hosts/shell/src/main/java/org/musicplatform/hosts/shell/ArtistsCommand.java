package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.NameOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code artists}. */
@Command(name = "artists", description = "Browse the artists by name.")
final class ArtistsCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Option(names = "--most", description = "Those with the most tracks first.")
    private boolean most;

    ArtistsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var order = most ? NameOrder.MOST_TRACKS : NameOrder.BY_NAME;
        var found = await(core().library().artists(order, page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.artists(found));
        } else {
            Lists.artists(session().out(), found.items());
            Paging.tell(this, found);
        }
        return CommandLines.DONE;
    }
}

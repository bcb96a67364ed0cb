package org.musicplatform.hosts.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code artists}. */
@Command(name = "artists", description = "Browse the artists by name.")
final class ArtistsCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    ArtistsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var found = await(core().library().artists(page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.artists(found));
        } else {
            Lists.artists(session().out(), found.items());
            Paging.tell(this, found);
        }
        return CommandLines.DONE;
    }
}

package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.AlbumQuery;
import org.musicplatform.core.api.library.AlbumSort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code albums}. */
@Command(name = "albums", description = "Browse the albums by title, or in another order.")
final class AlbumsCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Mixin
    private FilterOptions filter;

    @Option(names = "--sort", description = "One of: ${COMPLETION-CANDIDATES}.", defaultValue = "TITLE")
    private AlbumSort sort;

    @Option(names = "--desc", description = "The other way round.")
    private boolean descending;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Of --sort random: each has an order of its own.")
    private long seed;

    AlbumsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var query = new AlbumQuery(filter.albums(), sort, descending, seed);
        var found = await(core().library().albums(query, page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.albums(found));
        } else {
            Lists.albums(session().out(), found.items());
            Paging.tell(this, found);
        }
        return CommandLines.DONE;
    }
}

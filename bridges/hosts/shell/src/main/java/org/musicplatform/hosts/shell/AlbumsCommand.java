package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.AlbumFilter;
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

    @Mixin
    private OrderOptions direction;

    @Option(
            names = "--sort",
            paramLabel = "BY",
            defaultValue = "TITLE",
            description = "By title, artist, year, added or random.")
    private AlbumSort sort;

    AlbumsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var query = new AlbumQuery(filter.albums(), sort, direction.descending(), direction.seed());
        var found = await(core().library().albums(query, page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.albums(found));
        } else {
            Lists.albums(session().out(), found.items());
            Paging.tell(this, found, !query.filter().equals(AlbumFilter.ALL));
        }
        return CommandLines.DONE;
    }
}

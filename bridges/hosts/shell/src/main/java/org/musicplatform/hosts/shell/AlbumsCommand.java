package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.ArtistId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code albums}. */
@Command(name = "albums", description = "Browse the albums by title.")
final class AlbumsCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Option(
            names = "--artist",
            paramLabel = "ID",
            converter = IdOption.OfArtist.class,
            description = "Of this album artist, e.g. ar3.")
    private ArtistId artist;

    @Option(names = "--genre", description = "With a track of this genre.")
    private String genre;

    @Option(names = "--from-year", paramLabel = "YEAR", description = "Released in or after this year.")
    private Integer fromYear;

    @Option(names = "--to-year", paramLabel = "YEAR", description = "Released in or before this year.")
    private Integer toYear;

    AlbumsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var found = await(core().library().albums(new AlbumFilter(artist, genre, fromYear, toYear), page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.albums(found));
        } else {
            Lists.albums(session().out(), found.items());
            Paging.tell(this, found);
        }
        return CommandLines.DONE;
    }
}

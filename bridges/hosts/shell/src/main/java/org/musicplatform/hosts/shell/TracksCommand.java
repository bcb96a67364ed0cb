package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.TrackFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tracks}. */
@Command(name = "tracks", description = "Browse the tracks by title, or those of an album in its order.")
final class TracksCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Option(
            names = "--album",
            paramLabel = "ID",
            converter = IdOption.OfAlbum.class,
            description = "On this album, e.g. al7.")
    private AlbumId album;

    @Option(
            names = "--artist",
            paramLabel = "ID",
            converter = IdOption.OfArtist.class,
            description = "With this artist, e.g. ar3.")
    private ArtistId artist;

    @Option(names = "--genre", description = "Of this genre.")
    private String genre;

    @Option(names = "--from-year", paramLabel = "YEAR", description = "Released in or after this year.")
    private Integer fromYear;

    @Option(names = "--to-year", paramLabel = "YEAR", description = "Released in or before this year.")
    private Integer toYear;

    @Option(names = "--folder", paramLabel = "PATH", description = "In this folder of its source, or below.")
    private String folder;

    @Option(names = "--favourite", description = "Favourites only.")
    private boolean favourite;

    @Option(names = "--rating", paramLabel = "STARS", description = "Rated with so many stars or more, 1 to 5.")
    private Integer rating;

    TracksCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var filter = new TrackFilter(album, artist, genre, fromYear, toYear, folder, favourite ? true : null, rating);
        var found = await(core().library().tracks(filter, page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.tracks(found));
        } else {
            Lists.tracks(session().out(), found.items());
            Paging.tell(this, found);
        }
        return CommandLines.DONE;
    }
}

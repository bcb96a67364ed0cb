package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.api.source.SourceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tracks}. */
@Command(
        name = "tracks",
        description = "Browse the tracks by title, or those of an album in its order, or in another order.")
final class TracksCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private ListenerOption listener;

    @Mixin
    private OrderOptions direction;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--album",
            paramLabel = "ID",
            converter = IdOption.OfAlbum.class,
            description = "On this album, e.g. al7.")
    private AlbumId album;

    @Option(
            names = "--folder",
            paramLabel = "PATH",
            description = "In this folder or below: its path, or its id, e.g. fo12.")
    private String folder;

    @Option(
            names = "--in-source",
            paramLabel = "ID",
            converter = IdOption.OfSource.class,
            description = "In this source, e.g. s1.")
    private SourceId source;

    @Option(names = "--format", paramLabel = "CODEC", description = "In this format, e.g. FLAC.")
    private String format;

    @Option(names = "--favourite", description = "Favourites only.")
    private boolean favourite;

    @Option(names = "--rating", paramLabel = "STARS", description = "Rated with so many stars or more, 1 to 5.")
    private Integer rating;

    @Option(
            names = "--played",
            description = "Those that were played; --no-played: those that never were.",
            negatable = true)
    private Boolean played;

    @Option(names = "--missing", description = "Those whose every file is missing.")
    private boolean missing;

    @Option(
            names = "--sort",
            paramLabel = "BY",
            description = "By title, artist, album, year, added, played, rating, duration or random.")
    private TrackSort sort;

    TracksCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var wanted = wanted();
        var by = sort == null ? TrackQuery.of(wanted).order().sort() : sort;
        var order = new TrackOrder(by, direction.descending(), direction.seed());
        var query = new TrackQuery(wanted, order, listener.id(core()));
        var found = await(core().library().tracks(query, page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.tracks(found));
        } else {
            Lists.tracks(session().out(), found.items());
            Paging.tell(this, found, !query.filter().equals(TrackFilter.ALL));
        }
        return CommandLines.DONE;
    }

    private TrackFilter wanted() throws Exception {
        if (rating != null && (rating < 1 || rating > Annotation.MAX_RATING)) {
            throw new ParameterException(
                    spec.commandLine(), "--rating must be 1 to " + Annotation.MAX_RATING + ", not " + rating + ".");
        }
        return filter.tracks()
                .withAlbum(album)
                .withSource(source)
                .withFolder(
                        folder == null ? null : FolderOption.find(this, folder).id())
                .withFormat(format)
                .withFavourite(favourite ? true : null)
                .withMinRating(rating)
                .withPlayed(played)
                .withMissing(missing);
    }
}

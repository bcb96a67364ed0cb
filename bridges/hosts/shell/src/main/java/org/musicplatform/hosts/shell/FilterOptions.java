package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.TrackFilter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What lists of tracks and of albums are filtered by, both. */
final class FilterOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--artist",
            paramLabel = "ID",
            converter = IdOption.OfArtist.class,
            description = "With this artist, e.g. ar3; of albums: with this album artist.")
    private ArtistId artist;

    @Option(names = "--genre", description = "Of this genre.")
    private String genre;

    @Option(names = "--from-year", paramLabel = "YEAR", description = "Released in or after this year.")
    private Integer fromYear;

    @Option(names = "--to-year", paramLabel = "YEAR", description = "Released in or before this year.")
    private Integer toYear;

    TrackFilter tracks() {
        requireYears();
        return TrackFilter.ALL.withArtist(artist).withGenre(genre).withYears(fromYear, toYear);
    }

    AlbumFilter albums() {
        requireYears();
        return AlbumFilter.ALL.withArtist(artist).withGenre(genre).withYears(fromYear, toYear);
    }

    private void requireYears() {
        if (fromYear != null && toYear != null && fromYear > toYear) {
            throw new ParameterException(
                    spec.commandLine(), "--from-year " + fromYear + " is after --to-year " + toYear + ".");
        }
    }
}

package org.musicplatform.benchmarks.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;

/** The orders and filters that lists of tracks have: all that knows how to ask for them. */
final class TrackLists {

    /** Every order. */
    static final List<Sort> SORTS = List.of(new Sort("title", LibraryService::tracks));

    /** Every filter, the ones first that any page of must come at once. */
    static final List<Filter> FILTERS = List.of(
            new Filter("artist", true, (wanted, from, popular) -> wanted.artist = from.artist(popular)),
            new Filter("album", true, (wanted, from, popular) -> wanted.album = from.album(popular)),
            new Filter("genre", true, (wanted, from, popular) -> wanted.genre = from.genre(popular)),
            new Filter("folder", true, (wanted, from, popular) -> wanted.folder = from.folder(popular)),
            new Filter("favourite", true, (wanted, from, popular) -> wanted.favourite = true),
            new Filter("years", false, TrackLists::years),
            new Filter(
                    "rating",
                    false,
                    (wanted, from, popular) -> wanted.minRating = from.dice().between(1, 5)));

    private TrackLists() {}

    /** Asks for a page of a list. */
    interface Ask {
        CompletableFuture<Page<Track>> page(LibraryService library, TrackFilter filter, PageRequest page);
    }

    /** An order of tracks. */
    record Sort(String name, Ask ask) {}

    /** Draws a value and asks for it. */
    interface Draw {
        void draw(Wanted wanted, Catalog from, boolean popular);
    }

    /**
     * A filter of which values are drawn.
     *
     * @param fast whether any page must come at once, at any depth
     */
    record Filter(String name, boolean fast, Draw draw) {}

    /** What is asked for so far. */
    static final class Wanted {

        private AlbumId album;
        private ArtistId artist;
        private String genre;
        private Integer fromYear;
        private Integer toYear;
        private String folder;
        private Boolean favourite;
        private Integer minRating;

        TrackFilter filter() {
            return new TrackFilter(album, artist, genre, fromYear, toYear, folder, favourite, minRating);
        }
    }

    static CompletableFuture<Page<Track>> ofAlbum(LibraryService library, AlbumId album) {
        return library.tracks(TrackFilter.ALL.withAlbum(album), PageRequest.first(PageRequest.MAX_LIMIT));
    }

    private static void years(Wanted wanted, Catalog from, boolean popular) {
        wanted.fromYear = from.year(popular);
        wanted.toYear = wanted.fromYear + from.dice().below(10);
    }
}

package org.musicplatform.benchmarks.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.TrackSort;

/** The orders and filters that lists of tracks have: all that knows how to ask for them. */
final class TrackLists {

    /** Every order. */
    static final List<Sort> SORTS = List.of(
            new Sort("title", TrackOrder.by(TrackSort.TITLE)),
            new Sort("title back", TrackOrder.by(TrackSort.TITLE).reversed()),
            new Sort("artist", TrackOrder.by(TrackSort.ARTIST)),
            new Sort("album", TrackOrder.by(TrackSort.ALBUM)),
            new Sort("year back", TrackOrder.by(TrackSort.YEAR).reversed()),
            new Sort("added back", TrackOrder.by(TrackSort.ADDED).reversed()),
            new Sort("played back", TrackOrder.by(TrackSort.PLAYED).reversed()),
            new Sort("rating back", TrackOrder.by(TrackSort.RATING).reversed()),
            new Sort("duration", TrackOrder.by(TrackSort.DURATION)),
            new Sort("random", TrackOrder.random(7)));

    /** Every filter, the ones first that any page of must come at once. */
    static final List<Filter> FILTERS = List.of(
            new Filter("artist", true, (asked, from, popular) -> asked.withArtist(from.artist(popular))),
            new Filter("album", true, (asked, from, popular) -> asked.withAlbum(from.album(popular))),
            new Filter("genre", true, (asked, from, popular) -> asked.withGenre(from.genre(popular))),
            new Filter("folder", true, (asked, from, popular) -> asked.withFolder(from.folder(popular))),
            new Filter("source", true, (asked, from, popular) -> asked.withSource(from.source(popular))),
            new Filter("favourite", true, (asked, from, popular) -> asked.withFavourite(true)),
            new Filter("years", false, TrackLists::years),
            new Filter("format", false, (asked, from, popular) -> asked.withFormat(from.format(popular))),
            new Filter("rating", false, TrackLists::rating),
            new Filter("played", false, (asked, from, popular) -> asked.withPlayed(popular)),
            new Filter("missing", false, (asked, from, popular) -> asked.withMissing(true)));

    private TrackLists() {}

    /** An order of tracks. */
    record Sort(String name, TrackOrder order) {

        CompletableFuture<Page<Track>> page(LibraryService library, TrackFilter filter, PageRequest page) {
            return library.tracks(new TrackQuery(filter, order), page);
        }
    }

    /** Draws a value and asks for it too. */
    interface Draw {
        TrackFilter draw(TrackFilter asked, Catalog from, boolean popular);
    }

    /**
     * A filter of which values are drawn.
     *
     * @param fast whether any page must come at once, at any depth
     */
    record Filter(String name, boolean fast, Draw draw) {}

    static CompletableFuture<Page<Track>> ofAlbum(LibraryService library, AlbumId album) {
        return library.tracks(TrackFilter.ALL.withAlbum(album), PageRequest.first(PageRequest.MAX_LIMIT));
    }

    private static TrackFilter years(TrackFilter asked, Catalog from, boolean popular) {
        int year = from.year(popular);
        return asked.withYears(year, year + from.dice().below(10));
    }

    private static TrackFilter rating(TrackFilter asked, Catalog from, boolean popular) {
        return asked.withMinRating(from.dice().between(1, Annotation.MAX_RATING));
    }
}

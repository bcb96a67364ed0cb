package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceId;

/**
 * Which tracks. What is null does not restrict; everything that is given must hold. Made from {@link #ALL}:
 * {@code TrackFilter.ALL.withGenre("Rock").withFavourite(true)}.
 *
 * @param album on this album, or null
 * @param artist with this artist in any role, or null
 * @param genre with this genre, in any case of letters, or null
 * @param years released in these years, or null
 * @param file what a file of it must be like, not null
 * @param said what the listener said of it, not null
 * @param missing false for tracks that are there, true for those that are hidden because every file is missing
 */
public record TrackFilter(
        AlbumId album, ArtistId artist, String genre, YearRange years, OfFile file, OfListener said, boolean missing)
        implements Serializable {

    /** All tracks that are there. */
    public static final TrackFilter ALL = new TrackFilter(null, null, null, null, OfFile.ANY, OfListener.ANY, false);

    public TrackFilter {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(said, "said");
    }

    /**
     * What a file of a track must be like. One file must meet all that is given; of a track that is there, one that is
     * there.
     *
     * @param source in this source, or null
     * @param folder in this folder or below, or null
     * @param format coded so, as {@code AudioProperties.codec} names it, in any case of letters, or null
     */
    public record OfFile(SourceId source, FolderId folder, String format) implements Serializable {

        /** Any file. */
        public static final OfFile ANY = new OfFile(null, null, null);
    }

    /**
     * What the listener said of a track, or did with it.
     *
     * @param minRating rated with so many stars or more, 1 to {@value Annotation#MAX_RATING}, or null
     * @param played whether it was ever played, or null
     * @param favourite whether it is a favourite, or null
     */
    public record OfListener(Integer minRating, Boolean played, Boolean favourite) implements Serializable {

        /** Anything or nothing. */
        public static final OfListener ANY = new OfListener(null, null, null);

        public OfListener {
            if (minRating != null && (minRating < 1 || minRating > Annotation.MAX_RATING)) {
                throw new IllegalArgumentException(
                        "a rating to ask for is 1 to " + Annotation.MAX_RATING + ": " + minRating);
            }
        }
    }

    /**
     * Asks for an album too.
     *
     * @param of on this album, null for any
     * @return a filter
     */
    public TrackFilter withAlbum(AlbumId of) {
        return new TrackFilter(of, artist, genre, years, file, said, missing);
    }

    /**
     * Asks for an artist too.
     *
     * @param by with this artist in any role, null for any
     * @return a filter
     */
    public TrackFilter withArtist(ArtistId by) {
        return new TrackFilter(album, by, genre, years, file, said, missing);
    }

    /**
     * Asks for a genre too.
     *
     * @param of with this genre, in any case of letters, null for any
     * @return a filter
     */
    public TrackFilter withGenre(String of) {
        return new TrackFilter(album, artist, of, years, file, said, missing);
    }

    /**
     * Asks for years of release too.
     *
     * @param from the first year, or null when there is none
     * @param to the last year, or null when there is none
     * @return a filter
     * @throws IllegalArgumentException when the last one is before the first
     */
    public TrackFilter withYears(Integer from, Integer to) {
        var range = from == null && to == null ? null : new YearRange(from, to);
        return new TrackFilter(album, artist, genre, range, file, said, missing);
    }

    /**
     * Asks for a source too.
     *
     * @param in with a file in this source, null for any
     * @return a filter
     */
    public TrackFilter withSource(SourceId in) {
        return withFile(new OfFile(in, file.folder(), file.format()));
    }

    /**
     * Asks for a folder too.
     *
     * @param in with a file in this folder or below, null for any
     * @return a filter
     */
    public TrackFilter withFolder(FolderId in) {
        return withFile(new OfFile(file.source(), in, file.format()));
    }

    /**
     * Asks for a format too.
     *
     * @param codec with a file coded so, in any case of letters, null for any
     * @return a filter
     */
    public TrackFilter withFormat(String codec) {
        return withFile(new OfFile(file.source(), file.folder(), codec));
    }

    private TrackFilter withFile(OfFile like) {
        return new TrackFilter(album, artist, genre, years, like, said, missing);
    }

    /**
     * Asks for a rating too.
     *
     * @param stars rated with so many stars or more, 1 to {@value Annotation#MAX_RATING}, null for any
     * @return a filter
     * @throws IllegalArgumentException when there are no so many stars
     */
    public TrackFilter withMinRating(Integer stars) {
        return withSaid(new OfListener(stars, said.played(), said.favourite()));
    }

    /**
     * Asks for what was played, or never was.
     *
     * @param ever whether it was, null for any
     * @return a filter
     */
    public TrackFilter withPlayed(Boolean ever) {
        return withSaid(new OfListener(said.minRating(), ever, said.favourite()));
    }

    /**
     * Asks for favourites, or for what is none.
     *
     * @param whether it is one, null for any
     * @return a filter
     */
    public TrackFilter withFavourite(Boolean whether) {
        return withSaid(new OfListener(said.minRating(), said.played(), whether));
    }

    private TrackFilter withSaid(OfListener what) {
        return new TrackFilter(album, artist, genre, years, file, what, missing);
    }

    /**
     * Asks for what is missing instead of what is there, or the other way round.
     *
     * @param all whether every file of it is missing
     * @return a filter
     */
    public TrackFilter withMissing(boolean all) {
        return new TrackFilter(album, artist, genre, years, file, said, all);
    }
}

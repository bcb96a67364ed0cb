package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * Which albums. What is null does not restrict; everything that is given must hold. Made from {@link #ALL}:
 * {@code AlbumFilter.ALL.withGenre("Rock")}.
 *
 * @param artist with this album artist, or null
 * @param genre with a track of this genre, in any case of letters, or null
 * @param years released in these years, or null
 */
public record AlbumFilter(ArtistId artist, String genre, YearRange years) implements Serializable {

    /** All albums with a track that is there. */
    public static final AlbumFilter ALL = new AlbumFilter(null, null, null);

    /**
     * Asks for an artist too.
     *
     * @param by with this album artist, null for any
     * @return a filter
     */
    public AlbumFilter withArtist(ArtistId by) {
        return new AlbumFilter(by, genre, years);
    }

    /**
     * Asks for a genre too.
     *
     * @param of with a track of this genre, in any case of letters, null for any
     * @return a filter
     */
    public AlbumFilter withGenre(String of) {
        return new AlbumFilter(artist, of, years);
    }

    /**
     * Asks for years of release too.
     *
     * @param from the first year, or null when there is none
     * @param to the last year, or null when there is none
     * @return a filter
     * @throws IllegalArgumentException when the last one is before the first
     */
    public AlbumFilter withYears(Integer from, Integer to) {
        return new AlbumFilter(artist, genre, from == null && to == null ? null : new YearRange(from, to));
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * Which tracks. What is null does not restrict; everything that is given must hold.
 *
 * @param album on this album, or null
 * @param artist with this artist in any role, or null
 * @param genre with this genre, in any case of letters, or null
 * @param fromYear released in or after this year, or null
 * @param toYear released in or before this year, or null
 * @param folder with a file in this folder of its source or below, as {@link TrackFile#path} shows it, or null
 * @param favourite whether it is a favourite, or null
 * @param minRating rated with so many stars or more, or null
 */
public record TrackFilter(
        AlbumId album,
        ArtistId artist,
        String genre,
        Integer fromYear,
        Integer toYear,
        String folder,
        Boolean favourite,
        Integer minRating)
        implements Serializable {

    /** All tracks. */
    public static final TrackFilter ALL = new TrackFilter(null, null, null, null, null, null, null, null);

    /**
     * The tracks of an album.
     *
     * @param album which, not null
     * @return a filter
     */
    public static TrackFilter album(AlbumId album) {
        return new TrackFilter(album, null, null, null, null, null, null, null);
    }

    /**
     * The tracks of an artist.
     *
     * @param artist which, not null
     * @return a filter
     */
    public static TrackFilter artist(ArtistId artist) {
        return new TrackFilter(null, artist, null, null, null, null, null, null);
    }
}

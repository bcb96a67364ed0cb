package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * Which albums. What is null does not restrict; everything that is given must hold.
 *
 * @param artist with this album artist, or null
 * @param genre with a track of this genre, in any case of letters, or null
 * @param fromYear released in or after this year, or null
 * @param toYear released in or before this year, or null
 */
public record AlbumFilter(ArtistId artist, String genre, Integer fromYear, Integer toYear) implements Serializable {

    /** All albums. */
    public static final AlbumFilter ALL = new AlbumFilter(null, null, null, null);
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;

/**
 * What a search found, best first.
 *
 * @param tracks tracks, not null
 * @param albums albums, not null
 * @param artists artists, not null
 * @param more true when there are more than were asked for, or so many that not all were ranked
 */
public record SearchResults(List<Track> tracks, List<Album> albums, List<Artist> artists, boolean more)
        implements Serializable {

    public SearchResults {
        tracks = List.copyOf(tracks);
        albums = List.copyOf(albums);
        artists = List.copyOf(artists);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * An artist as lists show it.
 *
 * @param id its id, not null
 * @param name the name, as the first tag had it, not null
 * @param sortName the name for sorting, not null
 * @param tracks how many tracks have it as an artist
 * @param albums how many albums have it as the album artist
 */
public record Artist(ArtistId id, String name, String sortName, int tracks, int albums) implements Serializable {

    public Artist {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sortName, "sortName");
    }
}

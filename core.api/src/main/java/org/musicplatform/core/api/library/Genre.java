package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * A genre as lists show it.
 *
 * @param name the name, as the first tag had it, not null; what {@link TrackFilter#genre} takes
 * @param tracks how many tracks of it are there
 */
public record Genre(String name, int tracks) implements Serializable {

    public Genre {
        Objects.requireNonNull(name, "name");
    }
}

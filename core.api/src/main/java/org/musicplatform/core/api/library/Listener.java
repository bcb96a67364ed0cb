package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * Somebody who listens: ratings, favourites, plays and playlists are kept for each.
 *
 * @param id its id, not null
 * @param name its name, not null; empty for whoever uses the library without saying who, unless that one was named
 */
public record Listener(ListenerId id, String name) implements Serializable {

    /** The longest name, in characters. */
    public static final int MAX_NAME = 100;

    public Listener {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * An album as lists show it.
 *
 * @param id its id, not null
 * @param title its title, not null
 * @param artist who to show; {@code Various Artists} for a compilation without an album artist; or null
 * @param year year of release, or null
 * @param compilation whether it is a compilation of several artists
 * @param tracks how many tracks of it are there
 * @param duration of these, together; not null
 * @param reason why its tracks were put together, for people, not null
 */
public record Album(
        AlbumId id,
        String title,
        String artist,
        Integer year,
        boolean compilation,
        int tracks,
        Duration duration,
        String reason)
        implements Serializable {

    public Album {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(reason, "reason");
    }
}

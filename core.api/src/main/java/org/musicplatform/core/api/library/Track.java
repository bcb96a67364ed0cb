package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A recording as lists show it.
 *
 * @param id its id, not null
 * @param title its title; the file name without its ending when no tag tells; not null
 * @param artist who to show, as the tag has it, or null
 * @param album the album it is on, or null
 * @param position where on the album, not null
 * @param duration playing time, or null when not known
 * @param date release date as far as known, {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; or null
 * @param genres genres in the order of the tag, not null
 * @param annotation what the person who asks said of it, not null
 */
public record Track(
        TrackId id,
        String title,
        String artist,
        AlbumRef album,
        Position position,
        Duration duration,
        String date,
        List<String> genres,
        Annotation annotation)
        implements Serializable {

    public Track {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(position, "position");
        genres = List.copyOf(genres);
        Objects.requireNonNull(annotation, "annotation");
    }

    /**
     * The album of a track.
     *
     * @param id its id, not null
     * @param title its title, not null
     * @param artist who to show as its artist, or null
     */
    public record AlbumRef(AlbumId id, String title, String artist) implements Serializable {

        public AlbumRef {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
        }
    }

    /**
     * Where a track is on its album. What is not known is null.
     *
     * @param track number on the disc, or null
     * @param trackTotal tracks of the disc, or null
     * @param disc number of the disc, or null
     * @param discTotal discs of the album, or null
     */
    public record Position(Integer track, Integer trackTotal, Integer disc, Integer discTotal) implements Serializable {

        /** Nothing is known. */
        public static final Position UNKNOWN = new Position(null, null, null, null);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.metadata.Lyrics;

/**
 * All that is known of a track.
 *
 * @param track as lists show it, not null
 * @param artists who is on it, in order, not null
 * @param fields every field with its origin, by field, not null
 * @param files where its bytes lie, best first, not null
 * @param added when it came into the library, not null
 * @param lyrics the best that the library keeps, or null when it keeps none
 * @param artwork the pictures that the library keeps of the track and of its album, best first, not null
 */
public record TrackDetails(
        Track track,
        List<Credit> artists,
        List<FieldValue> fields,
        List<TrackFile> files,
        Instant added,
        Lyrics lyrics,
        List<StoredArtwork> artwork)
        implements Serializable {

    /**
     * Someone on a track.
     *
     * @param artist who, not null
     * @param name the name, not null
     * @param role {@code artist}, {@code composer}, {@code conductor} and so on, not null
     */
    public record Credit(ArtistId artist, String name, String role) implements Serializable {

        public Credit {
            Objects.requireNonNull(artist, "artist");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(role, "role");
        }
    }

    public TrackDetails {
        Objects.requireNonNull(track, "track");
        artists = List.copyOf(artists);
        fields = List.copyOf(fields);
        files = List.copyOf(files);
        Objects.requireNonNull(added, "added");
        artwork = List.copyOf(artwork);
    }

    /**
     * Details of a track of which the library keeps neither lyrics nor pictures.
     *
     * @param track as lists show it, not null
     * @param artists who is on it, in order, not null
     * @param fields every field with its origin, by field, not null
     * @param files where its bytes lie, best first, not null
     * @param added when it came into the library, not null
     */
    public TrackDetails(
            Track track, List<Credit> artists, List<FieldValue> fields, List<TrackFile> files, Instant added) {
        this(track, artists, fields, files, added, null, List.of());
    }
}

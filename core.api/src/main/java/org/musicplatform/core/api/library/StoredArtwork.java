package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the library knows of a picture that it keeps.
 *
 * @param hash SHA-256 of the picture in lower case hexadecimal digits, by which it is kept, not null
 * @param mediaType e.g. {@code image/jpeg}, not null
 * @param width in pixels, or null when not known
 * @param height in pixels, or null when not known
 * @param size in bytes
 * @param use what it shows and of what, not null
 */
public record StoredArtwork(String hash, String mediaType, Integer width, Integer height, long size, Use use)
        implements Serializable {

    /** The origin of a picture that a person chose. */
    public static final String USER = "user";

    /** The origin of a picture that lies in a file of music. */
    public static final String EMBEDDED = "embedded";

    /** The origin of a picture that lies in a folder of music. */
    public static final String FOLDER = "folder";

    public StoredArtwork {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(use, "use");
    }

    /**
     * What a picture is for.
     *
     * @param kind what it shows, not null
     * @param origin where it is from: {@value StoredArtwork#USER}, {@value StoredArtwork#EMBEDDED},
     *     {@value StoredArtwork#FOLDER} or the name of a service, not null
     * @param ofAlbum whether it belongs to an album; false when it belongs to a track, an artist or a playlist itself
     */
    public record Use(ArtworkKind kind, String origin, boolean ofAlbum) implements Serializable {

        public Use {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(origin, "origin");
        }
    }
}

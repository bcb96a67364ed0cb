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

    public StoredArtwork {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(use, "use");
    }

    /**
     * What a picture is for.
     *
     * @param kind what it shows, not null
     * @param origin where it is from, not null
     * @param ofAlbum whether it belongs to the album; false when it belongs to the track itself
     */
    public record Use(String kind, String origin, boolean ofAlbum) implements Serializable {

        public Use {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(origin, "origin");
        }
    }
}

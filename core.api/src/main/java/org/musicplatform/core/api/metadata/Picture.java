package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.util.Objects;

/**
 * A picture inside a file, without its bytes.
 *
 * @param type what it shows, the ID3v2 APIC number 0 to 20; 3 is the front cover
 * @param mediaType true MIME type by its first bytes, not null
 * @param size bytes
 * @param width pixels, or 0 when not known
 * @param height pixels, or 0 when not known
 * @param description text with it, not null, may be empty
 */
public record Picture(int type, String mediaType, long size, int width, int height, String description)
        implements Serializable {

    public Picture {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(description, "description");
    }
}

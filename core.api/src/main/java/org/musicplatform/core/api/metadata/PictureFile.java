package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.util.Objects;

/**
 * A file that is a picture.
 *
 * @param picture what it is by its own bytes, its type by its name, not null
 * @param bytes the whole file, not null; not copied
 */
public record PictureFile(Picture picture, byte[] bytes) implements Serializable {

    public PictureFile {
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(bytes, "bytes");
    }
}

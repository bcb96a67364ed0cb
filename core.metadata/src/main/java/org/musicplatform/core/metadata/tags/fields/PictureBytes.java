package org.musicplatform.core.metadata.tags.fields;

import java.io.IOException;

/** The bytes of a picture, read when they are asked for and while the file is open. */
@FunctionalInterface
public interface PictureBytes {

    /** Reads them. */
    byte[] read() throws IOException;
}

package org.musicplatform.core.metadata.tags;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** Reads one container. Stateless. */
@FunctionalInterface
public interface ContainerReader {

    /**
     * Reads what a container tells. What is in the draft when an exception ends it stays found.
     *
     * @param bytes the file
     * @param start where the container begins: 0, or behind an ID3v2 tag
     * @param draft where to put it
     * @throws org.musicplatform.core.metadata.tags.bytes.MalformedException when the file is damaged; the message is a
     *     sentence
     * @throws IOException when the source fails
     */
    void read(ContentBytes bytes, long start, Draft draft) throws IOException;
}

package org.musicplatform.core.api.metadata.spi;

import java.io.IOException;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.ContentReader;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads properties and tags of one or more formats.
 *
 * <pre>{@code
 * @Component
 * @TagReaderPlugin(id = "example", extensions = {"xm", "mod"})
 * public final class ModuleTagReader implements TagReader { ... }
 * }</pre>
 *
 * <p>Thread-safe: called by several workers at once, each with a content of its own. Any byte string can come: never
 * trust a declared size. A call gets 10 seconds, is then interrupted, and abandoned when that does not help. Unchecked
 * exceptions, linkage errors and lack of memory are contained and reported for the file.
 */
@ConsumerType
public interface TagReader {

    /**
     * Reads a file.
     *
     * @param content its bytes, closed by the caller, not null
     * @param name its file name, for formats that only a name tells, not null
     * @return what was read, not null; with warnings when only a part could be
     * @throws MetadataException with code {@code unsupported-format} when it is none of this reader's formats (the next
     *     reader is asked), with another code when it is but cannot be read
     * @throws IOException when the bytes cannot be read
     */
    TagReading read(ContentReader content, String name) throws IOException;

    /**
     * Reads the bytes of one picture of a file.
     *
     * @param content its bytes, closed by the caller, not null
     * @param name its file name, not null
     * @param index which of {@link TagReading#pictures()}, from 0
     * @return a new array, not null
     * @throws MetadataException with code {@code not-found} when the file has no such picture, or as {@link #read}
     * @throws IOException when the bytes cannot be read
     */
    default byte[] readPicture(ContentReader content, String name, int index) throws IOException {
        throw new MetadataException(MetadataException.UNSUPPORTED_FORMAT, "This reader does not give pictures out.");
    }
}

package org.musicplatform.core.api.metadata;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.source.FileRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads what files say of themselves, with whatever readers are installed. Thread-safe.
 */
@ProviderType
public interface MetadataService {

    /**
     * Reads properties and tags of a file. Each file gets a bounded time and memory; a few are read at once, the
     * others wait.
     *
     * @param file which file, not null
     * @return what was read; fails with {@link MetadataException}, or with
     *     {@link org.musicplatform.core.api.source.SourceException} when the bytes cannot be had. Cancelling it stops
     *     the reading
     */
    CompletableFuture<TagReading> readTags(FileRef file);

    /**
     * Reads the bytes of a picture inside a file, with the reader that knows the file. Bounded as {@link #readTags}.
     *
     * @param file which file, not null
     * @param index which of {@link TagReading#pictures()}, from 0
     * @return the bytes; fails with {@link MetadataException}, with code {@code not-found} when there is no such
     *     picture, or with {@link org.musicplatform.core.api.source.SourceException}
     */
    CompletableFuture<byte[]> readPicture(FileRef file, int index);

    /**
     * Lists the file name extensions that the installed readers know.
     *
     * @return lower case, without a dot, sorted
     */
    List<String> extensions();

    /**
     * Tells how many files are read at once.
     *
     * @return at least 1
     */
    int concurrency();
}

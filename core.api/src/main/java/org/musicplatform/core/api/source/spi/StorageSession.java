package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import java.io.InputStream;
import org.musicplatform.core.api.source.SourceException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An open source. One thread lists while several read: thread-safe but for the {@link Listing} it returns, which one
 * thread uses. Methods block and obey interruption.
 */
@ConsumerType
public interface StorageSession extends AutoCloseable {

    /**
     * Lists everything.
     *
     * @return an open listing that the caller closes, not null
     * @throws SourceException when the source is not there
     * @throws IOException when the source fails
     */
    Listing list() throws IOException;

    /**
     * Lists what changed since a cursor. Only asked when the provider declares {@code DELTA}.
     *
     * @param cursor where the last complete listing ended, not null
     * @return an open listing that the caller closes, not null
     * @throws SourceException with code {@code cursor-expired} when a full listing is needed
     * @throws IOException when the source fails
     */
    default Listing changes(String cursor) throws IOException {
        throw new SourceException(SourceException.CURSOR_EXPIRED, "This source does not tell what changed");
    }

    /**
     * Reads a range of a file.
     *
     * @param itemId the provider's id of the file, not null
     * @param offset first byte, at least 0
     * @param length how many bytes at most, at least 1; {@link Long#MAX_VALUE} for all that follow
     * @return the bytes; shorter when the file ends before; the caller closes it; not null
     * @throws SourceException when there is no such file, or the source is not there
     * @throws IOException when the source fails
     */
    InputStream read(String itemId, long offset, long length) throws IOException;

    @Override
    void close() throws IOException;
}

package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import java.io.InputStream;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceTraits;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An open source. One thread lists while several read: thread-safe but for the {@link Listing} it returns, which one
 * thread uses. Methods block and obey interruption.
 *
 * <p>What only some sources can do is an interface of its own: {@link FolderSession}, {@link WatchingSession},
 * {@link LocalStorageSession}.
 */
@ConsumerType
public interface StorageSession extends AutoCloseable {

    /**
     * Says what holds for this place, where that is less, or is known more exactly, than what its kind declares. E.g. a
     * folder on a network drive cannot be watched reliably.
     *
     * @param declared what the provider declares, not null
     * @return what holds here, not null; of abilities beyond the declared ones no use is made
     * @throws SourceException when the source is not there
     * @throws IOException when the source fails
     */
    default SourceTraits traits(SourceTraits declared) throws IOException {
        return declared;
    }

    /**
     * Tells this place from another one that may appear at the same location: from the empty folder that an unmounted
     * drive leaves behind, from another drive, another account. Where it differs from the one that was seen before,
     * what is missing is not thought gone without a person's word. Asked after a listing.
     *
     * @return a text that stays the same over restarts as long as the place is the same, e.g. the id of a volume;
     *     null when the source cannot tell
     * @throws SourceException when the source is not there
     * @throws IOException when the source fails
     */
    default String identity() throws IOException {
        return null;
    }

    /**
     * Lists everything.
     *
     * @return an open listing that the caller closes, not null
     * @throws SourceException when the source is not there
     * @throws IOException when the source fails
     */
    Listing list() throws IOException;

    /**
     * Lists what changed since a cursor. Only asked when the provider declares {@code DELTA}. What lies below a folder that
     * was renamed or moved counts as changed: its path is another.
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

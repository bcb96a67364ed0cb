package org.musicplatform.core.api.source;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one place where bytes are opened: tag readers, decoders, caches and hashing all read through it.
 *
 * <p>Thread-safe. Blocks: called on worker and decode threads, never on a host's own.
 */
@ProviderType
public interface ContentService {

    /**
     * Opens a file.
     *
     * @param file which file, not null
     * @param purpose why, not null
     * @return an open reader that the caller closes
     * @throws SourceException when the source is not there, or the file is not
     * @throws IOException when the source fails while opening
     */
    ContentReader open(FileRef file, Purpose purpose) throws IOException;
}

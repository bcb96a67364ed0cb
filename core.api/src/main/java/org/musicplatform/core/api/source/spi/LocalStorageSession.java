package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** A session whose items are files of this machine: they are read directly. */
@ConsumerType
public interface LocalStorageSession extends StorageSession {

    /**
     * Returns the file of an item.
     *
     * @param itemId the provider's id, not null
     * @return its path, inside the source, not null
     * @throws org.musicplatform.core.api.source.SourceException when the id names nothing inside this source
     * @throws IOException when the source fails
     */
    Path path(String itemId) throws IOException;
}

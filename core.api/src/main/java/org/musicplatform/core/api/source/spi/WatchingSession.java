package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import org.musicplatform.core.api.source.SourceException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A session that tells of changes while it is open. Offered by sources that declare {@code watch} to be something else
 * than {@code NONE}.
 */
@ConsumerType
public interface WatchingSession extends StorageSession {

    /**
     * Begins to watch. Returns soon: what takes time is done in {@link Watch#await}.
     *
     * @return an open watch that the caller closes before the session; not null
     * @throws SourceException when the source is not there
     * @throws IOException when the source fails
     */
    Watch watch() throws IOException;
}

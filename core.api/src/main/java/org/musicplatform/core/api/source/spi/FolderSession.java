package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import org.musicplatform.core.api.source.SourceException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A session that lists a folder by itself: for a folder that somebody opens, and for one of which a {@link Watch} tells.
 * Offered by sources that declare {@code FOLDER_LISTING}.
 *
 * <p>A folder is named by the id that a listing or a watch gave it; the place itself by an empty text. What a full
 * listing leaves out is left out here too: of such a folder nothing is listed. The listings end without a cursor.
 */
@ConsumerType
public interface FolderSession extends StorageSession {

    /**
     * Lists what lies in a folder itself: its files, and its sub-folders as items of kind {@code FOLDER}.
     *
     * @param folderId id of the folder, empty for the place itself, not null
     * @return an open listing that the caller closes, not null
     * @throws SourceException with code {@code not-found} when there is no such folder: it is gone with all below it;
     *     with {@code source-unavailable} when the source is not there
     * @throws IOException when the source fails
     */
    Listing listFolder(String folderId) throws IOException;

    /**
     * Lists the files in a folder and in all folders below it, as {@link #list} lists those of the whole place.
     *
     * @param folderId id of the folder, empty for the place itself, not null
     * @return an open listing that the caller closes, not null
     * @throws SourceException as {@link #listFolder}
     * @throws IOException when the source fails
     */
    Listing listBelow(String folderId) throws IOException;
}

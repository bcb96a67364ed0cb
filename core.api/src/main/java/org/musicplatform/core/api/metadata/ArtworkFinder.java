package org.musicplatform.core.api.metadata;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.StoredArtwork;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds the pictures of what is in the library, wherever they are: kept there, in the files of music, or beside them.
 * Thread-safe.
 */
@ProviderType
public interface ArtworkFinder {

    /**
     * Finds the pictures of a track, an album, an artist or a playlist. Those in files and folders are read when they are
     * asked for the first time, and again when the file has changed; the library keeps copies of them. What cannot be
     * read now is left out, and looked at again the next time.
     *
     * @param of of what, not null
     * @return as {@link org.musicplatform.core.api.library.ArtworkStore#artworkOf}; the bytes are read there. Cancelling
     *     it stops the search
     */
    CompletableFuture<List<StoredArtwork>> find(ArtworkSubject of);
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * What came of a playlist file.
 *
 * @param playlist the new playlist, not null
 * @param matched entries whose track was found
 * @param waiting entries that fit no track yet; they are kept, and bound when one comes
 */
public record PlaylistImport(Playlist playlist, int matched, int waiting) implements Serializable {

    public PlaylistImport {
        Objects.requireNonNull(playlist, "playlist");
    }
}

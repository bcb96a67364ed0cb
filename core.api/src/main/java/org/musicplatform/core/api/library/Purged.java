package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * What was removed for good.
 *
 * @param files missing files
 * @param tracks tracks without any file
 * @param albums albums without any track
 * @param folders folders without any file
 * @param kept tracks without a file that stay for what was said of them
 * @param artists artists without any track or album
 * @param genres genres without any track
 */
public record Purged(int files, int tracks, int albums, int folders, int kept, int artists, int genres)
        implements Serializable {

    /**
     * Creates a result without artists and genres.
     *
     * @param files as above
     * @param tracks as above
     * @param albums as above
     * @param folders as above
     * @param kept as above
     */
    public Purged(int files, int tracks, int albums, int folders, int kept) {
        this(files, tracks, albums, folders, kept, 0, 0);
    }
}

package org.musicplatform.core.api.sync;

import java.io.Serializable;

/**
 * What a job has counted so far. Audio files only.
 *
 * @param files seen in the sources
 * @param done of these, how many need nothing more
 * @param added new in the library
 * @param updated changed since the last look, or found under another name
 * @param unchanged as they were
 * @param missing gone since the last look
 * @param failed could not be read, files and folders
 */
public record SyncCounts(long files, long done, long added, long updated, long unchanged, long missing, long failed)
        implements Serializable {

    /** Nothing yet. */
    public static final SyncCounts ZERO = new SyncCounts(0, 0, 0, 0, 0, 0, 0);

    /**
     * Adds two counts.
     *
     * @param other the other, not null
     * @return the sum
     */
    public SyncCounts plus(SyncCounts other) {
        return new SyncCounts(
                files + other.files,
                done + other.done,
                added + other.added,
                updated + other.updated,
                unchanged + other.unchanged,
                missing + other.missing,
                failed + other.failed);
    }
}

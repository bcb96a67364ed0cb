package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * What the library holds.
 *
 * @param tracks tracks that are there
 * @param albums albums with a track that is there
 * @param artists artists on a track that is there
 * @param files files that are there
 * @param missing files that were there once
 * @param failed files whose tags could not be read
 * @param duplicates {@linkplain Duplicate contents} that wait for a decision; 0 unless the policy is to ask
 */
public record LibraryCounts(
        long tracks, long albums, long artists, long files, long missing, long failed, long duplicates)
        implements Serializable {

    /**
     * Creates counts of a library in which no duplicate waits for a decision.
     *
     * @param tracks as above
     * @param albums as above
     * @param artists as above
     * @param files as above
     * @param missing as above
     * @param failed as above
     */
    public LibraryCounts(long tracks, long albums, long artists, long files, long missing, long failed) {
        this(tracks, albums, artists, files, missing, failed, 0);
    }
}

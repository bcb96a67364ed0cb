package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * How much a search returns at most.
 *
 * @param tracks tracks, 0 to 1,000
 * @param albums albums, 0 to 1,000
 * @param artists artists, 0 to 1,000
 */
public record SearchLimits(int tracks, int albums, int artists) implements Serializable {

    /** 15 tracks, 10 albums, 10 artists. */
    public static final SearchLimits DEFAULT = new SearchLimits(15, 10, 10);

    public SearchLimits {
        for (int limit : new int[] {tracks, albums, artists}) {
            if (limit < 0 || limit > 1_000) {
                throw new IllegalArgumentException("a search limit must be 0 to 1,000: " + limit);
            }
        }
    }
}

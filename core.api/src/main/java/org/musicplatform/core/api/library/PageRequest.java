package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * Which part of a list.
 *
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 * @param after {@link Page#next} of the page before, null for the first
 */
public record PageRequest(int limit, String after) implements Serializable {

    /** The greatest page. */
    public static final int MAX_LIMIT = 1_000;

    /** The first 50. */
    public static final PageRequest FIRST = new PageRequest(50, null);

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }

    /**
     * The first page.
     *
     * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
     * @return a request
     */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * Years of release, both ends included. One end at least is given.
 *
 * @param from the first year, or null when there is none
 * @param to the last year, or null when there is none
 */
public record YearRange(Integer from, Integer to) implements Serializable {

    public YearRange {
        if (from == null && to == null) {
            throw new IllegalArgumentException("years have a first or a last one");
        }
        if (from != null && to != null && from > to) {
            throw new IllegalArgumentException("years run from an earlier to a later one: " + from + " to " + to);
        }
    }
}

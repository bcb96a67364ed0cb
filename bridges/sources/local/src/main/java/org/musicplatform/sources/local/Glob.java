package org.musicplatform.sources.local;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for one name: {@code *} any characters, {@code ?} one, {@code [a-z]} one of these, {@code [!a-z]} or
 * {@code [^a-z]} one of the others, {@code \} takes the meaning from what follows. What is not closed means itself.
 *
 * <p>Matching takes at most (length of the pattern) × (length of the name) steps, whatever the pattern is.
 */
final class Glob {

    private static final int[] ANY = {};

    /** Of each place the ranges that fit (from, to, from, to...); {@link #ANY} any one; null any number of any. */
    private final List<int[]> places = new ArrayList<>();

    private final List<Boolean> inverted = new ArrayList<>();

    Glob(String pattern) {
        int[] in = pattern.codePoints().toArray();
        int i = 0;
        while (i < in.length) {
            if (in[i] == '*') {
                add(null, false);
                i++;
            } else if (in[i] == '?') {
                add(ANY, false);
                i++;
            } else if (in[i] == '[' && end(in, i) > 0) {
                addSet(in, i, end(in, i));
                i = end(in, i) + 1;
            } else {
                if (in[i] == '\\' && i + 1 < in.length) {
                    i++;
                }
                add(new int[] {in[i], in[i]}, false);
                i++;
            }
        }
    }

    private void add(int[] place, boolean inverts) {
        places.add(place);
        inverted.add(inverts);
    }

    private static boolean inverts(int[] in, int open) {
        return open + 1 < in.length && (in[open + 1] == '!' || in[open + 1] == '^');
    }

    /** Returns where the set that opens here closes, or -1; a bracket right after the opening belongs to the set. */
    private static int end(int[] in, int open) {
        int i = open + 1 + (inverts(in, open) ? 1 : 0);
        for (int first = i; i < in.length; i++) {
            if (in[i] == ']' && i > first) {
                return i;
            }
            if (in[i] == '\\') {
                i++;
            }
        }
        return -1;
    }

    private void addSet(int[] in, int open, int close) {
        boolean inverts = inverts(in, open);
        var ranges = new ArrayList<Integer>();
        for (int i = open + 1 + (inverts ? 1 : 0); i < close; i++) {
            if (in[i] == '\\' && i + 1 < close) {
                i++;
            }
            int from = in[i];
            int to = from;
            if (i + 2 < close && in[i + 1] == '-') {
                i += 2;
                if (in[i] == '\\' && i + 1 < close) {
                    i++;
                }
                to = in[i];
            }
            ranges.add(from);
            ranges.add(to);
        }
        add(ranges.stream().mapToInt(Integer::intValue).toArray(), inverts);
    }

    boolean matches(String name) {
        int[] in = name.codePoints().toArray();
        int at = 0;
        int place = 0;
        int star = -1;
        int retry = 0;
        while (at < in.length) {
            if (place < places.size() && places.get(place) == null) {
                star = place++;
                retry = at;
            } else if (place < places.size() && fits(place, in[at])) {
                place++;
                at++;
            } else if (star >= 0) {
                place = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (place < places.size() && places.get(place) == null) {
            place++;
        }
        return place == places.size();
    }

    private boolean fits(int place, int c) {
        int[] ranges = places.get(place);
        if (ranges == ANY) {
            return true;
        }
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] <= c && c <= ranges[i + 1]) {
                return !inverted.get(place);
            }
        }
        return inverted.get(place);
    }
}

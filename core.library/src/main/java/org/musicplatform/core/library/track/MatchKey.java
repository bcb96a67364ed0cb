package org.musicplatform.core.library.track;

import org.musicplatform.core.support.TextFolding;

/** A number by which tags tell one track from another: of a few million no two are the same by chance. */
public final class MatchKey {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private MatchKey() {}

    /** Returns the number, null when the tags tell too little. FNV-1a over the folded names, its bits mixed at the end. */
    public static Long of(String title, String artist, String album, Integer disc, Integer number) {
        if (blank(title) || blank(artist) || blank(album)) {
            return null;
        }
        long hash = add(FNV_OFFSET, TextFolding.key(title));
        hash = add(hash, TextFolding.key(artist));
        hash = add(hash, TextFolding.key(album));
        hash = step(hash, disc == null ? -1 : disc);
        hash = step(hash, number == null ? -1 : number);
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }

    private static long add(long hash, String text) {
        long next = hash;
        for (int i = 0; i < text.length(); i++) {
            next = step(next, text.charAt(i));
        }
        return step(next, 0x1f); // where one name ends
    }

    private static long step(long hash, int value) {
        return (hash ^ value) * FNV_PRIME;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

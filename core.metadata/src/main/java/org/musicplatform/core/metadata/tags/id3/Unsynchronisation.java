package org.musicplatform.core.metadata.tags.id3;

import java.util.Arrays;

/** The scheme that keeps false frame syncs out of tags: a 0 after each 0xFF (ID3v2.4 structure, 6.1). */
final class Unsynchronisation {

    private Unsynchronisation() {}

    /** Takes the inserted zeros out, in place where there are none. */
    static byte[] undo(byte[] bytes) {
        int to = 0;
        for (int from = 0; from < bytes.length; from++) {
            bytes[to++] = bytes[from];
            if (bytes[from] == (byte) 0xff && from + 1 < bytes.length && bytes[from + 1] == 0) {
                from++;
            }
        }
        return to == bytes.length ? bytes : Arrays.copyOf(bytes, to);
    }
}

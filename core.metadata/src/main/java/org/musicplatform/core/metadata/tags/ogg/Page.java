package org.musicplatform.core.metadata.tags.ogg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;

/**
 * A page (RFC 3533, 6).
 *
 * @param at where it begins
 * @param flags 1 continued, 2 first, 4 last
 * @param granule position of its last packet, -1 when none ends in it
 * @param serial which logical stream it is of
 * @param segments how many lacing values it has
 * @param body where its packets begin
 * @param end where it ends
 */
record Page(long at, int flags, long granule, int serial, int segments, long body, long end) {

    private static final int HEADER = 27;

    /** Reads the header at a position. */
    static Page read(ContentBytes bytes, long at) throws IOException {
        if (!bytes.matches(at, "OggS") || bytes.u8(at + 4) != 0) {
            throw new MalformedException("An Ogg page is not where it should be.");
        }
        int segments = bytes.u8(at + 26);
        long body = at + HEADER + segments;
        long size = 0;
        for (int i = 0; i < segments; i++) {
            size += bytes.u8(at + HEADER + i);
        }
        return new Page(
                at, bytes.u8(at + 5), bytes.i64le(at + 6), (int) bytes.u32le(at + 14), segments, body, body + size);
    }

    boolean isFirst() {
        return (flags & 2) != 0;
    }

    boolean isLast() {
        return (flags & 4) != 0;
    }

    boolean isContinued() {
        return (flags & 1) != 0;
    }

    /** Returns one of the lacing values. */
    int lacing(ContentBytes bytes, int index) throws IOException {
        return bytes.u8(at + HEADER + index);
    }
}

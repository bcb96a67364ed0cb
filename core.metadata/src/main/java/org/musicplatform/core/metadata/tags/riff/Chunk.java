package org.musicplatform.core.metadata.tags.riff;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;

/**
 * A chunk (EA IFF 85; Multimedia Programming Interface and Data Specifications 1.0, 2).
 *
 * @param id its four characters
 * @param body where its content begins
 * @param size how much content there is
 * @param cut whether it says that there is more
 */
record Chunk(String id, long body, long size, boolean cut) {

    private static final int MOST = 10_000;

    /** What is done with each chunk. */
    interface Visitor {
        void visit(Chunk chunk) throws IOException;
    }

    /** What is known of a size beyond its 32 bits. */
    interface Sizes {
        long of(String id, long declared);
    }

    long end() {
        return body + size;
    }

    /** Walks the chunks of a range. */
    static void each(ContentBytes bytes, long from, long end, boolean littleEndian, Sizes sizes, Visitor visitor)
            throws IOException {
        long at = from;
        for (int i = 0; i < MOST && at + 8 <= end; i++) {
            if (!isId(bytes, at)) {
                // some writers leave the padding byte of odd sizes out
                if (at == from || !isId(bytes, at - 1)) {
                    return;
                }
                at--;
            }
            String id = bytes.latin1(at, 4);
            long declared = littleEndian ? bytes.u32le(at + 4) : bytes.u32(at + 4);
            long wanted = sizes.of(id, declared);
            long size = Math.min(wanted, end - at - 8);
            visitor.visit(new Chunk(id, at + 8, size, size < wanted));
            at += 8 + size + (size & 1);
        }
    }

    private static boolean isId(ContentBytes bytes, long at) throws IOException {
        int id = bytes.i32(at);
        for (int shift = 0; shift < 32; shift += 8) {
            int c = id >> shift & 0xff;
            if (c != 0xa9 && (c < 0x20 || c > 0x7e)) {
                return false;
            }
        }
        return true;
    }
}

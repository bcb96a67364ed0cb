package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;

/**
 * A box (ISO/IEC 14496-12, 4.2).
 *
 * @param type its four-character code, each byte as the character of that number
 * @param at where it begins
 * @param body where its content begins
 * @param end where it ends, at most where its parent does
 * @param cut whether it says that it is longer
 */
record Box(String type, long at, long body, long end, boolean cut) {

    /** What is done with each box. */
    interface Visitor {
        /** Looks at a box; false ends the walk. */
        boolean visit(Box box) throws IOException;
    }

    /** Reads the header at a position; null when none fits before the end. */
    static Box read(ContentBytes bytes, long at, long end) throws IOException {
        if (at + 8 > end || !bytes.has(at, 8)) {
            return null;
        }
        long size = bytes.u32(at);
        long body = at + 8;
        if (size == 1) {
            if (at + 16 > end || !bytes.has(at, 16)) {
                return null;
            }
            size = bytes.i64(at + 8);
            body = at + 16;
        } else if (size == 0) {
            size = end - at; // up to the end of the file
        }
        if (size < body - at) {
            return null;
        }
        boolean cut = size > end - at;
        return new Box(bytes.latin1(at + 4, 4), at, body, cut ? end : at + size, cut);
    }

    /** Walks the boxes of a range. */
    static void each(ContentBytes bytes, long from, long end, Visitor visitor) throws IOException {
        long at = from;
        for (Box box = read(bytes, at, end); box != null; box = read(bytes, at, end)) {
            if (!visitor.visit(box)) {
                return;
            }
            at = box.end();
        }
    }

    /** Returns the first box of a type in a range, or null. */
    static Box find(ContentBytes bytes, long from, long end, String type) throws IOException {
        Box[] found = new Box[1];
        each(bytes, from, end, box -> {
            found[0] = box.type.equals(type) ? box : null;
            return found[0] == null;
        });
        return found[0];
    }

    /** Returns the first box of a type within this one, or null. */
    Box child(ContentBytes bytes, String childType) throws IOException {
        return find(bytes, body, end, childType);
    }

    /** Returns the box at the end of a path of types, or null. */
    Box path(ContentBytes bytes, String... types) throws IOException {
        Box box = this;
        for (int i = 0; i < types.length && box != null; i++) {
            box = box.child(bytes, types[i]);
        }
        return box;
    }
}

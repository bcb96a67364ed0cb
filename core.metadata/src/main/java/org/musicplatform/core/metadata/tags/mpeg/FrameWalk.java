package org.musicplatform.core.metadata.tags.mpeg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;

/** Finds frames and goes from one to the next. */
final class FrameWalk {

    /** Rubbish before the first frame that is searched through. */
    static final int DEEPEST = 128 << 10;

    private static final int LARGEST_FREE = 5_000;

    private FrameWalk() {}

    /** Returns the first frame at or after a position that another one follows, or the file's end; -1 for none. */
    static long find(ContentBytes bytes, long from, int reach) throws IOException {
        long end = Math.min(bytes.size() - 4, from + reach);
        long at = from;
        while ((at = bytes.indexOf(0xff, at, end)) < end) {
            int header = bytes.i32(at);
            if (FrameHeader.isValid(header) && isFollowed(bytes, at, header)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private static boolean isFollowed(ContentBytes bytes, long at, int header) throws IOException {
        int size = size(bytes, at, header);
        long next = at + size;
        if (size == 0) {
            return false;
        }
        if (next + 4 > bytes.size()) {
            return true; // the only frame of a cut file
        }
        int following = bytes.i32(next);
        return FrameHeader.isValid(following) && FrameHeader.sameStream(header, following)
                || bytes.matches(next, "TAG")
                || bytes.matches(next, "APETAGEX");
    }

    /** Returns the size of the frame at a position; of free format by where the next one begins; 0 for none. */
    static int size(ContentBytes bytes, long at, int header) throws IOException {
        int bitrate = FrameHeader.bitrate(header);
        if (bitrate > 0) {
            return FrameHeader.size(header, bitrate);
        }
        long end = Math.min(bytes.size() - 4, at + LARGEST_FREE);
        long next = at + 24;
        while ((next = bytes.indexOf(0xff, next, end)) < end) {
            int other = bytes.i32(next);
            if (FrameHeader.isValid(other)
                    && FrameHeader.sameStream(header, other)
                    && FrameHeader.bitrate(other) == 0) {
                return (int) (next - at);
            }
            next++;
        }
        return 0;
    }
}

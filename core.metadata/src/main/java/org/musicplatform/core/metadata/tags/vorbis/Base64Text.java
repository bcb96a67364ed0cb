package org.musicplatform.core.metadata.tags.vorbis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;

/**
 * What lies in a file as Base64 without line ends (RFC 4648, 4), decoded where it is looked at: what a picture is stands
 * in its first bytes, and a scan needs no more.
 */
final class Base64Text implements ContentReader {

    private static final int FIRST_LINE = 128;

    private final ContentBytes bytes;
    private final long from;
    private final long to;

    /** Decodes the text between two positions, a multiple of four characters. */
    Base64Text(ContentBytes bytes, long from, long to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** Tells whether the text is in whole groups, on one line as far as can be seen. */
    static boolean isPlain(ContentBytes bytes, long from, long to) throws IOException {
        long line = Math.min(to, from + FIRST_LINE);
        return (to - from) % 4 == 0 && bytes.indexOf('\n', from, line) == line;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        long group = from + position / 3 * 4;
        int skipped = (int) (position % 3);
        long wanted = (skipped + target.remaining() + 2L) / 3 * 4;
        byte[] decoded = decoded(group, Math.min(to, group + wanted));
        if (decoded.length <= skipped) {
            return -1;
        }
        int count = Math.min(target.remaining(), decoded.length - skipped);
        target.put(decoded, skipped, count);
        return count;
    }

    private byte[] decoded(long group, long end) throws IOException {
        try {
            return Base64.getDecoder().decode(bytes.copy(group, Math.max(0, end - group)));
        } catch (IllegalArgumentException damaged) {
            throw new MalformedException("The text is not Base64.");
        }
    }

    @Override
    public long size() throws IOException {
        long size = (to - from) / 4 * 3;
        int padding = 0;
        while (padding < 2 && padding < size && bytes.u8(to - 1 - padding) == '=') {
            padding++;
        }
        return size - padding;
    }

    @Override
    public ItemVersion version() {
        return ItemVersion.UNKNOWN;
    }

    @Override
    public void close() {
        // the file is whoever's it is
    }
}

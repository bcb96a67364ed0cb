package org.musicplatform.metadata.jaudiotagger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.source.ContentReader;

/**
 * A part of a file, with the numbers in it; asking for more than it holds says that the file is damaged.
 *
 * @param content the whole file
 * @param start where the part begins
 * @param end where it ends
 */
record Span(ContentReader content, long start, long end) {

    long length() {
        return end - start;
    }

    boolean holds(long offset, long bytes) {
        return offset >= 0 && bytes >= 0 && offset <= length() && bytes <= length() - offset;
    }

    Span part(long offset, long bytes) {
        require(holds(offset, bytes));
        return new Span(content, start + offset, start + offset + bytes);
    }

    ByteBuffer bytes(long offset, int count) throws IOException {
        require(holds(offset, count));
        var buffer = ByteBuffer.allocate(count);
        require(content.readFully(start + offset, buffer) == count);
        return buffer.flip();
    }

    int byteAt(long offset) throws IOException {
        return bytes(offset, 1).get() & 0xff;
    }

    /** An unsigned number of four bytes, the largest first. */
    long big(long offset) throws IOException {
        return bytes(offset, 4).getInt() & 0xffffffffL;
    }

    /** An unsigned number of four bytes, the smallest first. */
    long little(long offset) throws IOException {
        return bytes(offset, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
    }

    long littleLong(long offset) throws IOException {
        return bytes(offset, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Four letters. */
    String name(long offset) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(offset, 4)).toString();
    }

    static void require(boolean fits) {
        if (!fits) {
            throw new MetadataException(
                    MetadataException.CORRUPT, "It is damaged or cut short: a part claims more bytes than there are.");
        }
    }
}

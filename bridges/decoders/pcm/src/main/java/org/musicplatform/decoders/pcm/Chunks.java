package org.musicplatform.decoders.pcm;

import static org.musicplatform.core.api.playback.PlaybackException.CORRUPT;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.source.ContentReader;

/** Walks over the chunks of a RIFF or IFF file, reading little and believing no size. */
final class Chunks {

    /** A chunk that is longer than any file: its writer did not know its size. */
    static final long UNKNOWN = 0xffff_ffffL;

    private static final int HEADER = 8;
    private static final int FILE_HEADER = 12;
    private static final int LARGEST_BODY = 64;

    /** Real files have some ten. */
    private static final int MOST_CHUNKS = 1000;

    private final ContentReader content;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_BODY);
    private int count;
    private long next = FILE_HEADER;
    private String id;
    private long size;
    private long start;

    Chunks(ContentReader content, ByteOrder order) {
        this.content = content;
        buffer.order(order);
    }

    /** Goes to the next chunk; false at the end of the file. */
    boolean next() throws IOException {
        if (!load(next, HEADER)) {
            return false;
        }
        if (++count > MOST_CHUNKS) {
            throw new PlaybackException(
                    CORRUPT, "The file has no sound within its first " + MOST_CHUNKS + " parts. Is it damaged?");
        }
        id = fourCharacters(buffer);
        size = Integer.toUnsignedLong(buffer.getInt());
        start = next + HEADER;
        next = start + size + (size & 1);
        return true;
    }

    String id() {
        return id;
    }

    /** The size that the chunk claims. */
    long size() {
        return size;
    }

    /** Where the body begins. */
    long start() {
        return start;
    }

    /** Corrects the size by what the file says elsewhere. */
    void resize(long actual) {
        size = actual;
        next = start + size + (size & 1);
    }

    /** Reads the beginning of the body, as much of it as there is; valid until the next call. */
    ByteBuffer body(int least) throws IOException {
        if (size < least || !load(start, (int) Math.min(size, LARGEST_BODY)) && buffer.limit() < least) {
            throw new PlaybackException(
                    CORRUPT,
                    "The part \"" + id + "\" of the file is " + Math.min(size, buffer.limit()) + " bytes long, but "
                            + least + " are needed.");
        }
        return buffer;
    }

    /** Tells how many bytes there are from a place on, of those that a chunk claims. */
    long available(long from, long claimed) throws IOException {
        long fileSize = content.size();
        if (fileSize < 0) {
            return claimed == PcmLayout.TO_THE_END ? PcmLayout.TO_THE_END : claimed;
        }
        long there = Math.max(0, fileSize - from);
        return claimed == PcmLayout.TO_THE_END ? there : Math.min(there, claimed);
    }

    private boolean load(long position, int bytes) throws IOException {
        buffer.clear().limit(bytes);
        int read = content.readFully(position, buffer);
        buffer.flip();
        return read == bytes;
    }

    static String fourCharacters(ByteBuffer source) {
        byte[] four = new byte[4];
        source.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}

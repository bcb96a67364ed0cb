package org.musicplatform.core.metadata.tags.ogg;

import java.io.IOException;
import java.util.Arrays;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;

/** Puts the packets of one logical stream together, which may lie on several pages between those of other streams. */
final class HeaderPackets {

    /** What is cut off at this size still gives the comments before it. */
    private static final int LARGEST = 4 << 20;

    private static final int MOST_PAGES = 5_000;
    private static final int SMALL = 64 << 10;
    private static final int LITTLE = 16 << 10;
    private static final int RANGE = 128 << 10;

    private final ContentBytes bytes;
    private final int serial;
    private Page page;
    private int segment;
    private long at;
    private int pages;

    HeaderPackets(ContentBytes bytes, Page first) {
        this.bytes = bytes;
        this.serial = first.serial();
        this.page = first;
        this.at = first.body();
    }

    /** The page that the last packet ended on. */
    Page page() {
        return page;
    }

    /**
     * A packet.
     *
     * @param bytes where it lies
     * @param from its first byte
     * @param to its end
     */
    record Packet(ContentBytes bytes, long from, long to) {}

    /** Returns the next packet: where it lies when that is one piece, else a copy. */
    Packet next() throws IOException {
        byte[] copy = null;
        int size = 0;
        while (true) {
            while (segment >= page.segments()) {
                turn(copy != null);
            }
            long from = at;
            int lacing = 255;
            while (segment < page.segments() && lacing == 255) {
                lacing = page.lacing(bytes, segment++);
                at += lacing;
            }
            boolean ends = lacing < 255;
            if (copy == null && ends) {
                return new Packet(bytes, from, at);
            }
            int part = (int) Math.min(at - from, LARGEST - size);
            copy = withRoom(copy, size + part);
            bytes.copy(from, copy, size, part);
            size += part;
            if (ends || size >= LARGEST) {
                return new Packet(bytes.unpacked(copy, size), 0, size);
            }
        }
    }

    private static byte[] withRoom(byte[] copy, int size) {
        if (copy == null) {
            return new byte[Math.max(size, SMALL)];
        }
        return size <= copy.length ? copy : Arrays.copyOf(copy, Math.max(size, 2 * copy.length));
    }

    private void turn(boolean pieces) throws IOException {
        do {
            if (++pages > MOST_PAGES) {
                throw new MalformedException("The headers of the Ogg file have no end.");
            }
            if (pieces && bytes.present(page.end()) < LITTLE) {
                // comments that go on for pages hold a picture: one read brings it all
                bytes.prefetch(page.end(), RANGE);
            }
            page = Page.read(bytes, page.end());
        } while (page.serial() != serial);
        segment = 0;
        at = page.body();
    }
}

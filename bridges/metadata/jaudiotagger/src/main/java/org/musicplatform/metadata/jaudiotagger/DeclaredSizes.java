package org.musicplatform.metadata.jaudiotagger;

import java.io.IOException;
import java.util.Set;
import org.musicplatform.core.api.source.ContentReader;

/**
 * Refuses files with a part that claims more bytes than there are: the library would make room for all of them.
 * Sound may be cut short, its size is never allocated.
 */
final class DeclaredSizes {

    private static final int PARTS_AT_MOST = 10_000;
    private static final int INSIDE_A_LIST = 4;
    private static final Set<String> READ_WHOLE = Set.of(
            "LIST", "id3 ", "ID3 ", "fmt ", "fact", "bext", "iXML", "COMM", "NAME", "AUTH", "ANNO", "(c) ", "FVER",
            "APPL", "COMT");
    private static final int FLAC_COMMENT = 4;
    private static final int FLAC_PICTURE = 6;
    private static final long LARGEST_FRAME = 64L << 20;

    private DeclaredSizes() {}

    static void check(ContentReader content, long size, AudioFormat format) throws IOException {
        var file = new Span(content, 0, size);
        var body = behindId3(file);
        switch (format) {
            case FLAC -> flac(body);
            case WAVE -> chunks(body, 12, false);
            case AIFF -> chunks(body, 12, true);
            case MP4 -> Mp4Atoms.check(body);
            case ASF -> asf(body);
            case DSF -> dsf(body);
            default -> {
                // Ogg has pages of 64 KB at most, MPEG frames have no sizes
            }
        }
    }

    private static Span behindId3(Span file) throws IOException {
        var rest = file;
        while (rest.holds(0, 10) && rest.name(0).startsWith("ID3")) {
            byte[] head = rest.bytes(0, 10).array();
            long body = FormatSniffer.syncSafe(head, 6);
            id3Frames(rest.part(10, body), head[3]);
            long behind = 10 + body + ((head[5] & 0x10) != 0 ? 10 : 0);
            rest = rest.part(Math.min(behind, rest.length()), Math.max(0, rest.length() - behind));
        }
        return rest;
    }

    /** Compressed frames say how large they become (ID3v2.3.0, 3.3.1; ID3v2.4.0 structure, 4.1.2). */
    private static void id3Frames(Span tag, int version) throws IOException {
        if (version < 3) {
            return;
        }
        long at = 0;
        while (tag.holds(at, 14) && tag.byteAt(at) != 0) {
            byte[] head = tag.bytes(at, 14).array();
            int size =
                    version == 3 ? (int) Math.min(Integer.MAX_VALUE, tag.big(at + 4)) : FormatSniffer.syncSafe(head, 4);
            boolean compressed = version == 3 ? (head[9] & 0x80) != 0 : (head[9] & 0x08) != 0;
            if (compressed) {
                Span.require(tag.big(at + 10) <= LARGEST_FRAME);
            }
            at += 10L + size;
        }
    }

    private static void flac(Span file) throws IOException {
        long at = 4;
        boolean last = false;
        while (!last) {
            long head = file.big(at);
            last = head >>> 31 == 1;
            var block = file.part(at + 4, head & 0xffffff);
            switch ((int) (head >>> 24 & 0x7f)) {
                case FLAC_PICTURE -> {
                    long description = 8 + block.big(4);
                    long picture = description + 4 + block.big(description) + 16;
                    block.part(picture + 4, block.big(picture));
                }
                case FLAC_COMMENT -> block.part(4, block.little(0));
                default -> {
                    // its size is all that it says
                }
            }
            at += 4 + block.length();
        }
    }

    /** Chunks of the Interchange File Format: four letters, a size, that many bytes, an even end. */
    private static void chunks(Span file, long first, boolean big) throws IOException {
        long at = first;
        for (int parts = 0; parts < PARTS_AT_MOST && file.holds(at, 8); parts++) {
            long size = big ? file.big(at + 4) : file.little(at + 4);
            if (!file.holds(at + 8, size)) {
                // the library skips sound, and what other programs left behind the last chunk
                Span.require(first != INSIDE_A_LIST && !READ_WHOLE.contains(file.name(at)));
                return;
            }
            var chunk = file.part(at + 8, size);
            switch (file.name(at)) {
                case "LIST" -> chunks(chunk, INSIDE_A_LIST, big);
                case "id3 ", "ID3 " -> behindId3(chunk);
                default -> {
                    // its size is all that it says
                }
            }
            at += 8 + size + (size & 1);
        }
    }

    /** Objects: an id of 16 bytes and a size of 8 that counts both; those of the header stand in the first. */
    private static void asf(Span file) throws IOException {
        var header = file.part(0, file.littleLong(16));
        long at = 30;
        for (int parts = 0; parts < PARTS_AT_MOST && at < header.length(); parts++) {
            long size = header.littleLong(at + 16);
            Span.require(size >= 24);
            header.part(at, size);
            at += size;
        }
    }

    /** The tag is where the first chunk says, up to the end of the file. */
    private static void dsf(Span file) throws IOException {
        long tag = file.littleLong(20);
        Span.require(file.holds(tag, 0));
        if (tag > 0) {
            behindId3(file.part(tag, file.length() - tag));
        }
    }
}

package org.musicplatform.core.metadata.tags.fields;

import java.io.IOException;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;

/** What a picture is by its own first bytes, whatever the tag claims. */
public final class PictureFacts {

    /** A frame header that lies deeper in a JPEG than this is not looked for in a remote file. */
    private static final int DEEPEST = 256 << 10;

    private PictureFacts() {}

    /**
     * Adds a picture to the draft.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @param size how many bytes it has
     * @param type what it shows, the APIC number; what is not 0 to 20 becomes 0
     * @param description text with it
     */
    public static void add(Draft draft, ContentBytes bytes, long at, long size, int type, String description)
            throws IOException {
        if (size <= 0) {
            return;
        }
        if (!bytes.has(at, size)) {
            draft.warn("A picture in the file is cut.");
            return;
        }
        draft.picture(facts(bytes, at, size, type, description), () -> bytes.copy(at, size));
    }

    /**
     * Tells what a file is that is a picture.
     *
     * @param bytes the whole file
     * @param type what it shows, the APIC number
     * @param description text with it
     */
    public static Picture of(ContentBytes bytes, int type, String description) throws IOException {
        return facts(bytes, 0, bytes.size(), type, description);
    }

    private static Picture facts(ContentBytes bytes, long at, long size, int type, String description)
            throws IOException {
        String mediaType = mediaType(bytes, at, size);
        int[] dimensions = dimensions(mediaType, bytes, at, size);
        return new Picture(
                type < 0 || type > 20 ? 0 : type, mediaType, size, dimensions[0], dimensions[1], description);
    }

    private static String mediaType(ContentBytes bytes, long at, long size) throws IOException {
        if (size < 12) {
            return "application/octet-stream";
        } else if (bytes.u24(at) == 0xffd8ff) {
            return "image/jpeg";
        } else if (bytes.matches(at + 1, "PNG")) {
            return "image/png";
        } else if (bytes.matches(at, "GIF8")) {
            return "image/gif";
        } else if (bytes.matches(at, "RIFF") && bytes.matches(at + 8, "WEBP")) {
            return "image/webp";
        } else if (bytes.matches(at, "BM")) {
            return "image/bmp";
        } else if (bytes.matches(at + 4, "ftypavif")) {
            return "image/avif";
        } else if (bytes.matches(at + 4, "ftyphei")) {
            return "image/heic";
        }
        return bytes.matches(at, "II*") || bytes.matches(at, "MM\0*") ? "image/tiff" : "application/octet-stream";
    }

    private static int[] dimensions(String mediaType, ContentBytes bytes, long at, long size) throws IOException {
        return switch (mediaType) {
            case "image/png" -> size < 24 ? new int[2] : new int[] {sane(bytes.u32(at + 16)), sane(bytes.u32(at + 20))};
            case "image/gif" -> new int[] {bytes.u16le(at + 6), bytes.u16le(at + 8)};
            case "image/bmp" ->
                size < 26 ? new int[2] : new int[] {sane(bytes.u32le(at + 18)), sane(bytes.u32le(at + 22))};
            case "image/webp" -> size < 30 ? new int[2] : webp(bytes, at);
            case "image/jpeg" -> jpeg(bytes, at, at + size);
            default -> new int[2];
        };
    }

    /** Reads the three forms of WebP (RFC 9649, 2.5 to 2.7). */
    private static int[] webp(ContentBytes bytes, long at) throws IOException {
        if (bytes.matches(at + 12, "VP8X")) {
            return new int[] {bytes.u24le(at + 24) + 1, bytes.u24le(at + 27) + 1};
        } else if (bytes.matches(at + 12, "VP8L")) {
            long packed = bytes.u32le(at + 21);
            return new int[] {(int) (packed & 0x3fff) + 1, (int) (packed >> 14 & 0x3fff) + 1};
        }
        return new int[] {bytes.u16le(at + 26) & 0x3fff, bytes.u16le(at + 28) & 0x3fff};
    }

    /** Walks the segments to the start of frame (ITU-T T.81, B.2.2). */
    private static int[] jpeg(ContentBytes bytes, long from, long end) throws IOException {
        long at = from + 2;
        long deepest = Math.min(end, from + DEEPEST);
        while (at + 9 < deepest && bytes.u8(at) == 0xff) {
            int marker = bytes.u8(at + 1);
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return new int[] {bytes.u16(at + 7), bytes.u16(at + 5)};
            }
            at += marker == 0xff ? 1 : 2 + Math.max(2, bytes.u16(at + 2));
        }
        return new int[2];
    }

    private static int sane(long pixels) {
        return pixels > 0 && pixels <= 1 << 20 ? (int) pixels : 0;
    }
}

package org.musicplatform.core.support;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the first bytes of a picture tell. Any bytes may come: no size in them is believed, and of a JPEG only its
 * segments within the first 256 KiB are walked.
 *
 * @param mediaType {@code application/octet-stream} when it is no picture of a known kind
 * @param width pixels, 0 when not known
 * @param height pixels, 0 when not known
 */
public record PictureHeader(String mediaType, int width, int height) {

    private static final String UNKNOWN = "application/octet-stream";
    private static final int DEEPEST = 256 << 10;
    private static final int MOST_PIXELS = 1 << 20;

    /** The bytes of a picture by their place in it. */
    public interface Bytes {
        /** Returns a byte as 0 to 255; asked only within the size. */
        int u8(long at) throws IOException;
    }

    /** Tells whether it is a picture. */
    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    /** Looks at a picture that is in memory. */
    public static PictureHeader of(byte[] bytes) {
        try {
            return of(at -> bytes[(int) at] & 0xff, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /**
     * Looks at a picture.
     *
     * @param bytes its bytes
     * @param size how many these are
     */
    public static PictureHeader of(Bytes bytes, long size) throws IOException {
        return size < 12 ? new PictureHeader(UNKNOWN, 0, 0) : new Look(bytes, size).header();
    }

    /** One look at one picture of 12 bytes at least. */
    private record Look(Bytes bytes, long size) {

        PictureHeader header() throws IOException {
            if (is(0, "\u00ff\u00d8\u00ff")) {
                return jpeg();
            } else if (is(1, "PNG")) {
                return size < 24 ? of("image/png", 0, 0) : of("image/png", u32(16), u32(20));
            } else if (is(0, "GIF8")) {
                return of("image/gif", u16le(6), u16le(8));
            } else if (is(0, "RIFF") && is(8, "WEBP")) {
                return size < 30 ? of("image/webp", 0, 0) : webp();
            } else if (is(0, "BM")) {
                return size < 26 ? of("image/bmp", 0, 0) : of("image/bmp", u32le(18), Math.abs((int) u32le(22)));
            } else if (is(4, "ftypavif")) {
                return of("image/avif", 0, 0);
            } else if (is(4, "ftyphei")) {
                return of("image/heic", 0, 0);
            }
            return of(is(0, "II*") || is(0, "MM\0*") ? "image/tiff" : UNKNOWN, 0, 0);
        }

        /** Reads the three forms of WebP (RFC 9649, 2.5 to 2.7). */
        private PictureHeader webp() throws IOException {
            if (is(12, "VP8X")) {
                return of("image/webp", u24le(24) + 1, u24le(27) + 1);
            } else if (is(12, "VP8L")) {
                long packed = u32le(21);
                return of("image/webp", (packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
            }
            return of("image/webp", u16le(26) & 0x3fff, u16le(28) & 0x3fff);
        }

        /** Walks the segments to the start of frame (ITU-T T.81, B.2.2). */
        private PictureHeader jpeg() throws IOException {
            long at = 2;
            long deepest = Math.min(size, DEEPEST);
            while (at + 9 < deepest && u8(at) == 0xff) {
                int marker = u8(at + 1);
                boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
                if (frame) {
                    return of("image/jpeg", u16(at + 7), u16(at + 5));
                }
                at += marker == 0xff ? 1 : 2 + Math.max(2, u16(at + 2));
            }
            return of("image/jpeg", 0, 0);
        }

        private static PictureHeader of(String mediaType, long width, long height) {
            return new PictureHeader(mediaType, sane(width), sane(height));
        }

        private static int sane(long pixels) {
            return pixels > 0 && pixels <= MOST_PIXELS ? (int) pixels : 0;
        }

        private boolean is(long at, String expected) throws IOException {
            if (at + expected.length() > size) {
                return false;
            }
            for (int i = 0; i < expected.length(); i++) {
                if (u8(at + i) != expected.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        private int u8(long at) throws IOException {
            return bytes.u8(at);
        }

        private int u16(long at) throws IOException {
            return u8(at) << 8 | u8(at + 1);
        }

        private int u16le(long at) throws IOException {
            return u8(at + 1) << 8 | u8(at);
        }

        private int u24le(long at) throws IOException {
            return u8(at + 2) << 16 | u16le(at);
        }

        private long u32(long at) throws IOException {
            return (long) u16(at) << 16 | u16(at + 2);
        }

        private long u32le(long at) throws IOException {
            return (long) u16le(at + 2) << 16 | u16le(at);
        }
    }
}

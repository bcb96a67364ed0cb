package org.musicplatform.core.metadata.tags.flac;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;

/** The last frame of a stream, whose number tells the length where the header does not (RFC 9639, 9.1). */
final class LastFrame {

    private static final int TAIL = 64 << 10;
    private static final int SHORTEST_HEADER = 6;
    private static final int[] COMMON = {
        0, 192, 576, 1152, 2304, 4608, 0, 0, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768
    };

    private LastFrame() {}

    /**
     * Returns how many samples of each channel there are.
     *
     * @param from where the frames begin
     * @param blockSize size of a block where all have the same, or 0
     * @return the number, or 0 when no frame was found
     */
    static long samples(ContentBytes bytes, long from, int blockSize) throws IOException {
        long end = bytes.size();
        long begin = Math.max(from, end - TAIL);
        long marks = marks(bytes, from);
        bytes.prefetch(begin, end - begin);
        long samples = 0;
        long last = end - SHORTEST_HEADER;
        for (long at = bytes.indexOf(0xff, begin, last); at < last; at = bytes.indexOf(0xff, at + 1, last)) {
            long behind = isHeader(bytes, at, marks) ? endOf(bytes, at, blockSize) : 0;
            samples = behind > 0 ? behind : samples;
        }
        return samples;
    }

    /** What all headers of a stream have in common: sync and blocking, rate, size of samples (9.1.1 to 9.1.4). */
    private static long marks(ContentBytes bytes, long frame) throws IOException {
        return bytes.has(frame, SHORTEST_HEADER) ? bytes.u32(frame) & 0xffff_0f0fL : 0;
    }

    private static boolean isHeader(ContentBytes bytes, long at, long marks) throws IOException {
        int channels = bytes.u8(at + 3) >> 4;
        return (bytes.u16(at) & 0xfffe) == 0xfff8
                && marks(bytes, at) == marks
                && bytes.u8(at + 2) >> 4 != 0
                && channels <= 10;
    }

    /** Returns the position behind the frame at a position, or 0 when its checksum says that it is none. */
    private static long endOf(ContentBytes bytes, long at, int blockSize) throws IOException {
        boolean variable = (bytes.u8(at + 1) & 1) != 0;
        int sizeCode = bytes.u8(at + 2) >> 4;
        int rateCode = bytes.u8(at + 2) & 15;
        int first = bytes.u8(at + 4);
        int length = first < 0x80 ? 1 : Integer.numberOfLeadingZeros(~(first << 24));
        long number = length == 1 ? first : first & (0x7f >> length);
        for (int i = 1; i < length && bytes.has(at + 4 + i, 1); i++) {
            number = number << 6 | bytes.u8(at + 4 + i) & 0x3f;
        }
        long next = at + 4 + length;
        int sizeBytes = sizeCode == 6 ? 1 : sizeCode == 7 ? 2 : 0;
        int rateBytes = rateCode == 12 ? 1 : rateCode == 13 || rateCode == 14 ? 2 : 0;
        long checksum = next + sizeBytes + rateBytes;
        if (length > 7 || !bytes.has(at, checksum + 1 - at) || crc8(bytes, at, checksum) != bytes.u8(checksum)) {
            return 0;
        }
        int size = sizeBytes == 1 ? bytes.u8(next) + 1 : sizeBytes == 2 ? bytes.u16(next) + 1 : COMMON[sizeCode];
        return variable ? number + size : number * blockSize + size;
    }

    /** Polynomial x^8 + x^2 + x + 1 (9.1.8). */
    private static int crc8(ContentBytes bytes, long from, long to) throws IOException {
        int crc = 0;
        for (long at = from; at < to; at++) {
            crc ^= bytes.u8(at);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? (crc << 1 ^ 7) & 0xff : crc << 1;
            }
        }
        return crc;
    }
}

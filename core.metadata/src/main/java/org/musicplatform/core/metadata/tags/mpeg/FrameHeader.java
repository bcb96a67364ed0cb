package org.musicplatform.core.metadata.tags.mpeg;

/** The four bytes before each frame (ISO/IEC 11172-3, 2.4.1.3; 13818-3 for the low rates; MPEG 2.5 after Fraunhofer). */
final class FrameHeader {

    private static final int[][] BITRATES = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };
    private static final int[] RATES = {44100, 48000, 32000};

    private FrameHeader() {}

    /** Tells whether four bytes can be a header. */
    static boolean isValid(int header) {
        return (header & 0xffe0_0000) == 0xffe0_0000
                && (header >> 19 & 3) != 1
                && layer(header) != 4
                && (header >> 12 & 15) != 15
                && (header >> 10 & 3) != 3
                && (header & 3) != 2;
    }

    /** Tells whether two headers can be of one stream: version, layer and rate never change. */
    static boolean sameStream(int one, int other) {
        return ((one ^ other) & 0xfffe_0c00) == 0;
    }

    /** Returns 1, 2 or 3; 4 for the reserved value. */
    static int layer(int header) {
        return 4 - (header >> 17 & 3);
    }

    static boolean isMpeg1(int header) {
        return (header >> 19 & 3) == 3;
    }

    /** Returns frames a second. */
    static int sampleRate(int header) {
        int version = header >> 19 & 3;
        return RATES[header >> 10 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    }

    static int channels(int header) {
        return (header >> 6 & 3) == 3 ? 1 : 2;
    }

    /** Returns samples of each channel in a frame. */
    static int samples(int header) {
        int layer = layer(header);
        return layer == 1 ? 384 : layer == 2 || isMpeg1(header) ? 1152 : 576;
    }

    /** Returns kilobits a second; 0 for free format. */
    static int bitrate(int header) {
        int layer = layer(header);
        int row = isMpeg1(header) ? layer - 1 : layer == 1 ? 3 : 4;
        return BITRATES[row][header >> 12 & 15];
    }

    /** Returns bytes of a frame of this bitrate, header included. */
    static int size(int header, int bitrate) {
        int padding = header >> 9 & 1;
        if (layer(header) == 1) {
            return (12_000 * bitrate / sampleRate(header) + padding) * 4;
        }
        return samples(header) / 8 * 1000 * bitrate / sampleRate(header) + padding;
    }

    /** Returns bytes between the header and the main data of a layer III frame (2.4.1.7). */
    static int sideInformation(int header) {
        boolean mono = channels(header) == 1;
        return isMpeg1(header) ? mono ? 17 : 32 : mono ? 9 : 17;
    }
}

package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;

/**
 * The setup of an AAC decoder (ISO/IEC 14496-3, 1.6.2.1).
 *
 * @param sampleRate frames a second that come out, or 0
 * @param channels 0 when the stream itself says
 * @param codec another codec than AAC, or null
 */
record AudioSpecificConfig(int sampleRate, int channels, String codec) {

    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 24, 8};
    private static final int SBR = 5;
    private static final int PARAMETRIC_STEREO = 29;
    private static final int LAYER_1 = 32;
    private static final int ALS = 36;

    static AudioSpecificConfig read(ContentBytes bytes, long from, long end) throws IOException {
        long bits = 0;
        int present = (int) Math.min(8, end - from);
        for (int i = 0; i < present; i++) {
            bits |= (long) bytes.u8(from + i) << 56 - 8 * i;
        }
        var in = new Bits(bits);
        int type = in.objectType();
        int rate = in.rate();
        int channels = CHANNELS[Math.min(in.next(4), CHANNELS.length - 1)];
        if (type == SBR || type == PARAMETRIC_STEREO) {
            // spectral band replication doubles the rate, parametric stereo the channel
            rate = in.rate();
            channels = type == PARAMETRIC_STEREO ? 2 : channels;
        }
        String codec = type == ALS ? "ALS" : type >= LAYER_1 && type < LAYER_1 + 3 ? "MP" + (type - LAYER_1 + 1) : null;
        return new AudioSpecificConfig(rate, channels, codec);
    }

    /** Up to 64 bits, from the highest. */
    private static final class Bits {
        private final long bits;
        private int at;

        Bits(long bits) {
            this.bits = bits;
        }

        int next(int count) {
            int value = at + count > 64 ? 0 : (int) (bits << at >>> 64 - count);
            at += count;
            return value;
        }

        int objectType() {
            int type = next(5);
            return type == 31 ? 32 + next(6) : type;
        }

        int rate() {
            int index = next(4);
            return index == 15 ? next(24) : index < RATES.length ? RATES[index] : 0;
        }
    }
}

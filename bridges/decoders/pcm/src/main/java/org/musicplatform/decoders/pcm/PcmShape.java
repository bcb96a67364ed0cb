package org.musicplatform.decoders.pcm;

import static org.musicplatform.core.api.playback.PlaybackException.CORRUPT;
import static org.musicplatform.core.api.playback.PlaybackException.UNSUPPORTED_CODEC;

import java.nio.ByteOrder;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;

/** How sound is written, as a header says: a {@link PcmLayout} without the place. */
record PcmShape(String codec, AudioFormat format, SampleEncoding encoding, ByteOrder order) {

    private static final int MOST_CHANNELS = 64;
    private static final int HIGHEST_RATE = 1_536_000;

    static PcmShape integers(SampleEncoding encoding, ByteOrder order, int rate, int channels, int bits) {
        return new PcmShape("PCM", format(rate, channels, Math.max(8, bits), false), encoding, order);
    }

    static PcmShape floats(SampleEncoding encoding, ByteOrder order, int rate, int channels) {
        return new PcmShape("PCM", format(rate, channels, 8 * encoding.bytes(), true), encoding, order);
    }

    /** A-law and µ-law: their values are integers of 16 bits. */
    static PcmShape companded(SampleEncoding encoding, int rate, int channels) {
        String codec = encoding == SampleEncoding.A_LAW ? "A-law" : "µ-law";
        return new PcmShape(codec, format(rate, channels, 16, false), encoding, ByteOrder.BIG_ENDIAN);
    }

    /** Tells that bits are none of the numbers that are decoded. */
    static PlaybackException unsupportedBits(int bits, String where) {
        return bits == 0
                ? new PlaybackException(CORRUPT, "The file says that its samples have no bits.")
                : new PlaybackException(
                        UNSUPPORTED_CODEC, "Samples of " + bits + " bits in " + where + " are not decoded.");
    }

    PcmLayout at(long offset, long length) {
        return new PcmLayout(codec, format, encoding, order, offset, length);
    }

    private static AudioFormat format(int rate, int channels, int bits, boolean floatingPoint) {
        if (channels < 1) {
            throw new PlaybackException(CORRUPT, "The file says that its sound has no channels.");
        }
        if (channels > MOST_CHANNELS) {
            throw new PlaybackException(UNSUPPORTED_CODEC, "Sound of " + channels + " channels is not decoded.");
        }
        if (rate < 1 || rate > HIGHEST_RATE) {
            throw new PlaybackException(
                    CORRUPT,
                    "The file says that its sound has " + Integer.toUnsignedString(rate) + " frames a second.");
        }
        return new AudioFormat(rate, channels, bits, floatingPoint);
    }
}

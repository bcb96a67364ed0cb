package org.musicplatform.decoders.pcm;

import static org.musicplatform.core.api.playback.PlaybackException.CORRUPT;
import static org.musicplatform.core.api.playback.PlaybackException.UNSUPPORTED_CODEC;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.api.playback.PlaybackException;

/** The part of a WAVE file that says how its sound is written. */
record WaveFormat(int tag, int channels, int rate, int frameBytes, int containerBits, int validBits) {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int EXTENSIBLE_SIZE = 40;

    /** What follows the tag in the GUID of a format that has a tag, read as little endian. */
    private static final long TAGGED_MIDDLE = 0x0010_0000_0000L;

    private static final long TAGGED_END = 0x719b_3800_aa00_0080L;

    private static final Map<Integer, String> NAMES = Map.of(
            0x02, "Microsoft ADPCM",
            0x11, "IMA ADPCM",
            0x31, "GSM 6.10",
            0x50, "MPEG audio",
            0x55, "MP3",
            0xff, "AAC",
            0x161, "Windows Media Audio",
            0x2000, "AC-3",
            0x2001, "DTS");

    static WaveFormat read(ByteBuffer body) {
        int tag = Short.toUnsignedInt(body.getShort(0));
        int containerBits = Short.toUnsignedInt(body.getShort(14));
        int validBits = containerBits;
        if (tag == EXTENSIBLE) {
            if (body.limit() < EXTENSIBLE_SIZE) {
                throw new PlaybackException(CORRUPT, "The description of the sound is shorter than it says.");
            }
            int told = Short.toUnsignedInt(body.getShort(18));
            validBits = told > 0 && told < containerBits ? told : containerBits;
            tag = tagOf(body.getLong(24), body.getLong(32));
        }
        return new WaveFormat(
                tag,
                Short.toUnsignedInt(body.getShort(2)),
                body.getInt(4),
                Short.toUnsignedInt(body.getShort(12)),
                containerBits,
                validBits);
    }

    private static int tagOf(long first, long last) {
        if (first >>> 16 != TAGGED_MIDDLE || last != TAGGED_END) {
            throw new PlaybackException(
                    UNSUPPORTED_CODEC,
                    String.format(Locale.ROOT, "Sound in WAVE of the kind %016x%016x is not decoded.", first, last));
        }
        return (int) (first & 0xffff);
    }

    PcmShape shape() {
        return switch (tag) {
            case PCM -> integers();
            case FLOAT -> floats();
            case A_LAW -> companded(SampleEncoding.A_LAW);
            case MU_LAW -> companded(SampleEncoding.MU_LAW);
            default ->
                throw new PlaybackException(
                        UNSUPPORTED_CODEC,
                        String.format(
                                Locale.ROOT,
                                "Sound in WAVE with the format tag 0x%04x (%s) is not decoded.",
                                tag,
                                NAMES.getOrDefault(tag, "unknown")));
        };
    }

    /** Samples fill whole bytes, more of them than the bits need when the size of a frame says so. */
    private PcmShape integers() {
        int needed = (containerBits + 7) / 8;
        int told = channels > 0 && frameBytes % channels == 0 ? frameBytes / channels : needed;
        var encoding = SampleEncoding.signed(told >= needed && told <= 4 ? told : needed);
        if (encoding == null) {
            throw unsupportedBits();
        }
        return PcmShape.integers(
                encoding == SampleEncoding.SIGNED_8 ? SampleEncoding.UNSIGNED_8 : encoding,
                ByteOrder.LITTLE_ENDIAN,
                rate,
                channels,
                validBits);
    }

    private PcmShape floats() {
        var encoding = containerBits == 32 ? SampleEncoding.FLOAT_32 : SampleEncoding.FLOAT_64;
        if (containerBits != 8 * encoding.bytes()) {
            throw unsupportedBits();
        }
        return PcmShape.floats(encoding, ByteOrder.LITTLE_ENDIAN, rate, channels);
    }

    private PcmShape companded(SampleEncoding encoding) {
        if (containerBits != 8) {
            throw unsupportedBits();
        }
        return PcmShape.companded(encoding, rate, channels);
    }

    private PlaybackException unsupportedBits() {
        return PcmShape.unsupportedBits(
                containerBits, String.format(Locale.ROOT, "WAVE with the format tag 0x%04x", tag));
    }
}

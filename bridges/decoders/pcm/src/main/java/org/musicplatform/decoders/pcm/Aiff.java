package org.musicplatform.decoders.pcm;

import static org.musicplatform.core.api.playback.PlaybackException.CORRUPT;
import static org.musicplatform.core.api.playback.PlaybackException.UNSUPPORTED_CODEC;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.source.ContentReader;

/** The AIFF and AIFC container. */
final class Aiff {

    private static final int COMMON_SIZE = 18;
    private static final int COMMON_SIZE_AIFC = 22;
    private static final int SOUND_HEADER = 8;

    private final Chunks chunks;
    private final boolean aifc;
    private PcmShape shape;
    private long frames;
    private long offset = -1;
    private long claimed;

    private Aiff(ContentReader content, boolean aifc) {
        chunks = new Chunks(content, ByteOrder.BIG_ENDIAN);
        this.aifc = aifc;
    }

    /** Tells whether a file that begins so is one. */
    static boolean begins(String form, String type) {
        return form.equals("FORM") && (type.equals("AIFF") || type.equals("AIFC"));
    }

    /** Finds the sound. */
    static PcmLayout read(ContentReader content, String type) throws IOException {
        return new Aiff(content, type.equals("AIFC")).find();
    }

    private PcmLayout find() throws IOException {
        while ((shape == null || offset < 0) && chunks.next()) {
            switch (chunks.id()) {
                case "COMM" -> readCommon();
                case "SSND" -> readSound();
                default -> {}
            }
        }
        if (shape == null || offset < 0) {
            throw new PlaybackException(
                    CORRUPT, "The file ends before the part \"" + (shape == null ? "COMM" : "SSND") + "\" comes.");
        }
        var unlimited = shape.at(offset, chunks.available(offset, claimed));
        long told = frames * unlimited.frameBytes();
        return told == 0 || unlimited.length() >= 0 && unlimited.length() <= told
                ? unlimited
                : shape.at(offset, chunks.available(offset, told));
    }

    private void readSound() throws IOException {
        // a chunk without a size was written into a pipe; its own header is there all the same
        if (chunks.size() == 0) {
            chunks.resize(Chunks.UNKNOWN);
        }
        long within = Integer.toUnsignedLong(chunks.body(SOUND_HEADER).getInt(0));
        offset = chunks.start() + SOUND_HEADER + within;
        claimed = chunks.size() == Chunks.UNKNOWN
                ? PcmLayout.TO_THE_END
                : Math.max(0, chunks.size() - SOUND_HEADER - within);
    }

    private void readCommon() throws IOException {
        ByteBuffer common = chunks.body(aifc ? COMMON_SIZE_AIFC : COMMON_SIZE);
        int channels = Short.toUnsignedInt(common.getShort());
        frames = Integer.toUnsignedLong(common.getInt());
        int bits = Short.toUnsignedInt(common.getShort());
        int rate = ExtendedFloat.round(common.getShort(), common.getLong());
        shape = shape(aifc ? Chunks.fourCharacters(common) : "NONE", channels, bits, rate);
    }

    private static PcmShape shape(String compression, int channels, int bits, int rate) {
        var big = ByteOrder.BIG_ENDIAN;
        return switch (compression) {
            case "NONE", "twos" -> integers(big, rate, channels, bits);
            case "sowt" -> integers(ByteOrder.LITTLE_ENDIAN, rate, channels, bits);
            case "raw " -> PcmShape.integers(SampleEncoding.UNSIGNED_8, big, rate, channels, 8);
            case "in24" -> PcmShape.integers(SampleEncoding.SIGNED_24, big, rate, channels, 24);
            case "in32" -> PcmShape.integers(SampleEncoding.SIGNED_32, big, rate, channels, 32);
            case "fl32", "FL32" -> PcmShape.floats(SampleEncoding.FLOAT_32, big, rate, channels);
            case "fl64", "FL64" -> PcmShape.floats(SampleEncoding.FLOAT_64, big, rate, channels);
            case "alaw", "ALAW" -> PcmShape.companded(SampleEncoding.A_LAW, rate, channels);
            case "ulaw", "ULAW" -> PcmShape.companded(SampleEncoding.MU_LAW, rate, channels);
            default ->
                throw new PlaybackException(
                        UNSUPPORTED_CODEC, "Sound in AIFC of the kind \"" + compression + "\" is not decoded.");
        };
    }

    /** Samples fill whole bytes, their bits the upper end of them. */
    private static PcmShape integers(ByteOrder order, int rate, int channels, int bits) {
        var encoding = SampleEncoding.signed((bits + 7) / 8);
        if (encoding == null) {
            throw PcmShape.unsupportedBits(bits, "AIFF");
        }
        return PcmShape.integers(encoding, order, rate, channels, bits);
    }
}

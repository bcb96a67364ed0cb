package org.musicplatform.core.support;

/**
 * Turns samples into little-endian bytes as WAVE files and sound devices take them. Integers of up to 24 bit come out as
 * they went in. Allocates nothing while it encodes. Used by one thread at a time.
 */
public final class PcmEncoder {

    /** What a sample becomes. */
    public enum Kind {
        /** Whole numbers, in the highest bits of as many bytes as they need; of one byte without a sign. */
        INTEGER,
        /** IEEE 754 in 32 bit. */
        FLOAT,
        /** IEEE 754 in 64 bit. */
        DOUBLE
    }

    private final Kind kind;
    private final int bits;
    private final int bytes;
    private final double scale;
    private final boolean dithered;
    private long random = 0x9E3779B97F4A7C15L;

    private PcmEncoder(Kind kind, int bits, boolean dithered) {
        this.kind = kind;
        this.bits = bits;
        this.bytes = (bits + 7) / 8;
        this.scale = Math.scalb(1.0, bits - 1);
        this.dithered = dithered;
    }

    /**
     * Makes an encoder for whole numbers.
     *
     * @param bits bits of a sample, 1 to 32
     * @param dithered whether noise of a triangular distribution hides the rounding; wanted when the samples have more
     *     bits than that
     */
    public static PcmEncoder integers(int bits, boolean dithered) {
        if (bits < 1 || bits > 32) {
            throw new IllegalArgumentException("bits must be 1 to 32: " + bits);
        }
        return new PcmEncoder(Kind.INTEGER, bits, dithered);
    }

    /**
     * Makes an encoder for floating point.
     *
     * @param bits 32 or 64
     */
    public static PcmEncoder floats(int bits) {
        return new PcmEncoder(bits > 32 ? Kind.DOUBLE : Kind.FLOAT, bits > 32 ? 64 : 32, false);
    }

    /** Returns what a sample becomes. */
    public Kind kind() {
        return kind;
    }

    /** Returns the bits of a sample that tell something. */
    public int bits() {
        return bits;
    }

    /** Returns the bytes of a sample. */
    public int bytes() {
        return bytes;
    }

    /** Encodes samples; beyond full scale whole numbers are cut. */
    public void encode(float[] samples, int offset, int count, byte[] target, int at) {
        int to = at;
        for (int i = offset; i < offset + count; i++) {
            switch (kind) {
                case FLOAT -> put(Float.floatToIntBits(samples[i]), 4, target, to);
                case DOUBLE -> put(Double.doubleToLongBits(samples[i]), 8, target, to);
                default -> putInteger(samples[i], target, to);
            }
            to += bytes;
        }
    }

    private void putInteger(float sample, byte[] target, int to) {
        double value = sample * scale;
        if (dithered) {
            value += noise() + noise();
        }
        long whole = Math.round(Math.max(-scale, Math.min(scale - 1, value)));
        if (bytes == 1) {
            target[to] = (byte) ((whole << 8 - bits) + 128);
        } else {
            put(whole << bytes * 8 - bits, bytes, target, to);
        }
    }

    /** A number from -0.5 to 0.5: two of them make a triangle of two steps. */
    private double noise() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (random >> 11) * 0x1.0p-53;
    }

    private static void put(long value, int bytes, byte[] target, int to) {
        for (int i = 0; i < bytes; i++) {
            target[to + i] = (byte) (value >> 8 * i);
        }
    }
}

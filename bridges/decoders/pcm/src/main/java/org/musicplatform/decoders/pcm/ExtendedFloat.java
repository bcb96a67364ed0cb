package org.musicplatform.decoders.pcm;

/** Numbers of 80 bits, as AIFF writes its rate. */
final class ExtendedFloat {

    private static final int BIAS = 16383;
    private static final int FRACTION_BITS = 63;

    private ExtendedFloat() {}

    /** Rounds to the nearest integer; 0 for what is negative or no int. */
    static int round(short signAndExponent, long mantissa) {
        int shift = FRACTION_BITS - (signAndExponent - BIAS);
        if (signAndExponent < 0 || shift <= FRACTION_BITS - 31 || shift > FRACTION_BITS + 1) {
            return 0;
        }
        long rounded = (mantissa >>> shift - 1) + 1 >>> 1;
        return rounded > Integer.MAX_VALUE ? 0 : (int) rounded;
    }
}

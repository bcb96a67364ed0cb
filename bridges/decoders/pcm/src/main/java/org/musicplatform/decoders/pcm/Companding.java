package org.musicplatform.decoders.pcm;

/** What the codes of ITU-T G.711 stand for. */
final class Companding {

    static final float[] A_LAW = new float[256];
    static final float[] MU_LAW = new float[256];

    private static final int BIAS = 0x84;

    static {
        for (int code = 0; code < 256; code++) {
            A_LAW[code] = aLaw(code) * 0x1p-15f;
            MU_LAW[code] = muLaw(code) * 0x1p-15f;
        }
    }

    private Companding() {}

    private static int aLaw(int code) {
        int bits = code ^ 0x55;
        int step = 2 * (bits & 0xf) + 1;
        int segment = bits >> 4 & 7;
        int magnitude = segment == 0 ? step << 3 : step + 32 << segment + 2;
        return (bits & 0x80) != 0 ? magnitude : -magnitude;
    }

    private static int muLaw(int code) {
        int bits = ~code;
        int magnitude = (((bits & 0xf) << 3) + BIAS << (bits >> 4 & 7)) - BIAS;
        return (bits & 0x80) != 0 ? -magnitude : magnitude;
    }
}

package org.musicplatform.decoders.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Noise, as bytes in a file and as what has to come out of them. */
record Written(byte[] bytes, float[] sound) {

    static final int SAMPLES = 2 * 3001;

    /** Integers, their extremes among them, whose bits are the upper ones of some bytes. */
    static Written integers(int bits, ByteOrder order, boolean unsigned) {
        int bytesEach = (bits + 7) / 8;
        var bytes = ByteBuffer.allocate(SAMPLES * bytesEach);
        float[] sound = new float[SAMPLES];
        var random = new Random(bits);
        for (int i = 0; i < SAMPLES; i++) {
            long value = random.nextLong() >> 64 - bits;
            if (i < 2) {
                value = i == 0 ? -1L << bits - 1 : (1L << bits - 1) - 1;
            }
            sound[i] = (float) (value / Math.pow(2, bits - 1));
            long stored = (value << 8 * bytesEach - bits) + (unsigned ? 128 : 0);
            for (int b = 0; b < bytesEach; b++) {
                int place = order == ByteOrder.LITTLE_ENDIAN ? b : bytesEach - 1 - b;
                bytes.put((byte) (stored >> 8 * place));
            }
        }
        return new Written(bytes.array(), sound);
    }

    static Written floats(ByteOrder order) {
        var bytes = ByteBuffer.allocate(SAMPLES * 4).order(order);
        float[] sound = new float[SAMPLES];
        var random = new Random(32);
        for (int i = 0; i < SAMPLES; i++) {
            sound[i] = random.nextFloat() * 3 - 1.5f;
            bytes.putFloat(sound[i]);
        }
        return new Written(bytes.array(), sound);
    }

    static Written doubles(ByteOrder order) {
        var bytes = ByteBuffer.allocate(SAMPLES * 8).order(order);
        float[] sound = new float[SAMPLES];
        var random = new Random(64);
        for (int i = 0; i < SAMPLES; i++) {
            double value = random.nextDouble() * 2 - 1;
            sound[i] = (float) value;
            bytes.putDouble(value);
        }
        return new Written(bytes.array(), sound);
    }

    /** Codes of G.711; what they stand for is proven against ffmpeg and by its known values. */
    static Written companded(float[] table) {
        byte[] bytes = new byte[SAMPLES];
        float[] sound = new float[SAMPLES];
        new Random(711).nextBytes(bytes);
        for (int i = 0; i < SAMPLES; i++) {
            sound[i] = table[bytes[i] & 0xff];
        }
        return new Written(bytes, sound);
    }
}

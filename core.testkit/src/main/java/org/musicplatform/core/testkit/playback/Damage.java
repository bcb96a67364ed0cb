package org.musicplatform.core.testkit.playback;

import java.util.Arrays;
import java.util.Random;

/** Damages files as discs, lines and ill will do; the same seed damages alike. */
final class Damage {

    private static final int HEADER = 96;
    private static final int[] LARGE = {0, 0x7f, 0x80, 0xff};

    private Damage() {}

    static byte[] to(byte[] good, int seed) {
        var random = new Random(seed);
        byte[] bad = good.clone();
        int within = random.nextBoolean() ? Math.min(HEADER, bad.length) : bad.length;
        switch (seed % 4) {
            case 0 -> flip(bad, within, random);
            case 1 -> fill(bad, within, random, LARGE[random.nextInt(LARGE.length)]);
            case 2 -> random.ints(1 + random.nextInt(8), 0, within).forEach(at -> bad[at] = (byte) random.nextInt());
            default -> {
                return cutOut(bad, within, random);
            }
        }
        return bad;
    }

    private static void flip(byte[] bytes, int within, Random random) {
        random.ints(1 + random.nextInt(8), 0, within).forEach(at -> bytes[at] ^= (byte) (1 << random.nextInt(8)));
    }

    private static void fill(byte[] bytes, int within, Random random, int value) {
        int from = random.nextInt(within);
        int length = within <= HEADER ? 4 : 1 + random.nextInt(bytes.length / 4 + 1);
        Arrays.fill(bytes, from, Math.min(bytes.length, from + length), (byte) value);
    }

    private static byte[] cutOut(byte[] bytes, int within, Random random) {
        int from = random.nextInt(within);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
        byte[] less = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, less, from, bytes.length - to);
        return less;
    }
}

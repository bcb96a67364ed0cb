package org.musicplatform.core.library.browse;

/**
 * An order by chance of the numbers below a power of two: each has one position, and each position one number. A
 * Feistel network whose halves are mixed in turn.
 */
final class Permutation {

    static final int FEWEST_BITS = 2;
    static final int MOST_BITS = 62;
    private static final int ROUNDS = 6;

    private final long seed;
    private final int bits;
    private final int lowBits;
    private final long lowMask;
    private final long highMask;

    Permutation(long seed, int bits) {
        this.seed = seed;
        this.bits = bits;
        this.lowBits = bits / 2;
        this.lowMask = (1L << lowBits) - 1;
        this.highMask = (1L << bits - lowBits) - 1;
    }

    /** Returns how many bits the numbers up to one have. */
    static int bits(long greatest) {
        return Math.max(FEWEST_BITS, Long.SIZE - Long.numberOfLeadingZeros(greatest));
    }

    int bits() {
        return bits;
    }

    long size() {
        return 1L << bits;
    }

    long numberAt(long position) {
        long low = position & lowMask;
        long high = position >>> lowBits;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            if (round % 2 == 0) {
                high ^= mixed(round, low) & highMask;
            } else {
                low ^= mixed(round, high) & lowMask;
            }
        }
        return high << lowBits | low;
    }

    long positionOf(long number) {
        long low = number & lowMask;
        long high = number >>> lowBits;
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                high ^= mixed(round, low) & highMask;
            } else {
                low ^= mixed(round, high) & lowMask;
            }
        }
        return high << lowBits | low;
    }

    /** The finalizer of SplitMix64. */
    private long mixed(int round, long half) {
        long z = seed + (half * ROUNDS + round + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}

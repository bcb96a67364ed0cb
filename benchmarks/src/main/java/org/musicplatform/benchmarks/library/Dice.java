package org.musicplatform.benchmarks.library;

import java.util.List;

/** Random numbers that a seed and a place alone decide, so that any part of a library can be made without the others. */
final class Dice {

    /** How flat popularity is: the first of a list is drawn so much more often than this one as 2 to 1. */
    private static final double FLAT = 10;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice at(long seed, long... place) {
        long mixed = mix(seed);
        for (long step : place) {
            mixed = mix(mixed ^ (step + 0x632be59bd9b4e019L));
        }
        return new Dice(mixed);
    }

    /** SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        return mix(state);
    }

    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (fraction() * bound);
    }

    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    boolean chance(double percent) {
        return fraction() * 100 < percent;
    }

    <T> T any(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Returns a place in a list by popularity: the first ones far more often than the last, as Zipf has it. */
    int popular(int size) {
        return (int) (FLAT * (Math.pow(size / FLAT + 1, fraction()) - 1));
    }

    <T> T popular(List<T> list) {
        return list.get(popular(list.size()));
    }

    /** Returns 1 to {@code most}, mostly 1, with a long tail. */
    int tail(double steepness, int most) {
        return (int) Math.min(most, Math.pow(1 - fraction(), -1 / steepness));
    }
}

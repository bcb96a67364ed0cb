package org.musicplatform.decoders.ffmpeg;

/** Turns the times of a stream into frames and back, where they are exact. */
final class Timeline {

    private final long numerator;
    private final long denominator;
    private final long first;
    private final boolean usable;

    /**
     * @param numerator seconds in a tick of the stream, over
     * @param denominator this
     * @param rate frames a second
     * @param first when frame 0 sounds, in ticks
     */
    Timeline(int numerator, int denominator, int rate, long first) {
        this.numerator = (long) numerator * rate;
        this.denominator = denominator;
        this.first = first;
        // a frame is a whole number of ticks, or, with spectral band replication, a tick is two frames
        usable = numerator > 0
                && denominator > 0
                && first != Long.MIN_VALUE
                && (this.denominator % this.numerator == 0 || this.numerator == 2 * this.denominator);
    }

    boolean usable() {
        return usable;
    }

    /** The frame that sounds at a time; -1 when none begins there. */
    long frame(long time) {
        if (!usable || time == Long.MIN_VALUE || time < first) {
            return -1;
        }
        long scaled = (time - first) * numerator;
        return scaled % denominator == 0 ? scaled / denominator : -1;
    }

    /** When a frame sounds. */
    long time(long frame) {
        return first + frame * denominator / numerator;
    }

    /** How many frames a time lasts; -1 when that is no whole number. */
    long length(long ticks) {
        long scaled = ticks * numerator;
        return usable && ticks > 0 && scaled % denominator == 0 ? scaled / denominator : -1;
    }
}

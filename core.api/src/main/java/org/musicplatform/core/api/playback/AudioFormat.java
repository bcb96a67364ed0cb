package org.musicplatform.core.api.playback;

import java.io.Serializable;
import java.time.Duration;

/**
 * The shape and depth of a stream of sound.
 *
 * @param sampleRate frames a second, 1 to 1,536,000
 * @param channels samples in a frame, 1 to 64
 * @param bitsPerSample bits that carry information in a sample: 8 to 32, or 64 for doubles
 * @param floatingPoint whether samples were not integers where they come from, as with every lossy codec
 */
public record AudioFormat(int sampleRate, int channels, int bitsPerSample, boolean floatingPoint)
        implements Serializable {

    private static final long NANOS = 1_000_000_000L;

    public AudioFormat {
        require("sampleRate", sampleRate, 1, 1_536_000);
        require("channels", channels, 1, 64);
        require("bitsPerSample", bitsPerSample, 1, 64);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + value);
        }
    }

    /**
     * Makes the format of a lossy codec.
     *
     * @param sampleRate frames a second
     * @param channels samples in a frame
     * @return floating point with 32 bits
     */
    public static AudioFormat floats(int sampleRate, int channels) {
        return new AudioFormat(sampleRate, channels, 32, true);
    }

    /**
     * Tells whether two streams can follow each other without a change of rate or channels.
     *
     * @param other the other, not null
     * @return true when rate and channels are equal, whatever the depth
     */
    public boolean sameShape(AudioFormat other) {
        return sampleRate == other.sampleRate && channels == other.channels;
    }

    /**
     * Tells how long a number of frames sounds.
     *
     * @param frames at least 0
     * @return rounded down to the nanosecond
     */
    public Duration duration(long frames) {
        return Duration.ofSeconds(frames / sampleRate, frames % sampleRate * NANOS / sampleRate);
    }

    /**
     * Tells how many frames sound in a time.
     *
     * @param time not negative, not null
     * @return rounded to the nearest frame
     */
    public long frames(Duration time) {
        return time.toSeconds() * sampleRate + (time.getNano() * (long) sampleRate + NANOS / 2) / NANOS;
    }

    /** Returns the form people read: {@code 44100 Hz, stereo, 16 bit}. */
    @Override
    public String toString() {
        String layout = channels == 1 ? "mono" : channels == 2 ? "stereo" : channels + " channels";
        return sampleRate + " Hz, " + layout + ", " + (floatingPoint ? "float " : "") + bitsPerSample + " bit";
    }
}

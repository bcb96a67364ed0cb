package org.musicplatform.core.metadata.tags.fields;

import java.time.Duration;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.DecoderHints;

/** Technical properties that are found one by one. What is senseless is as if it were not told. */
public final class Sound {

    private static final long LONGEST_SECONDS = 10L * 366 * 24 * 3600;

    private String container;
    private String codec;
    private long millis = -1;
    private boolean estimated;
    private int bitrate;
    private int sampleRate;
    private int channels;
    private int framesPerPacket;
    private int bits;
    private Integer delay;
    private Integer padding;
    private Double outputGain;

    /** How the file is packed. */
    public Sound container(String name) {
        container = name;
        return this;
    }

    /** How the sound is coded. */
    public Sound codec(String name) {
        codec = name;
        return this;
    }

    /** Codec found so far, or null. */
    public String codec() {
        return codec;
    }

    /** Frames a second. */
    public Sound sampleRate(long rate) {
        sampleRate = rate > 0 && rate <= 100_000_000 ? (int) rate : 0;
        return this;
    }

    /** Frames a second found so far, or 0. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Frames that are coded together, where stamps count such packets. */
    public Sound framesPerPacket(int frames) {
        framesPerPacket = frames;
        return this;
    }

    /** Returns how long that many packets take in milliseconds, or -1 when that is not known. */
    public long millisOfPackets(long packets) {
        return framesPerPacket == 0 || sampleRate == 0 ? -1 : packets * framesPerPacket * 1000 / sampleRate;
    }

    public Sound channels(long count) {
        channels = count > 0 && count <= 1024 ? (int) count : 0;
        return this;
    }

    /** Channels found so far, or 0. */
    public int channels() {
        return channels;
    }

    /** Bits of a sample, for codecs without loss. */
    public Sound bits(long count) {
        bits = count > 0 && count <= 64 ? (int) count : 0;
        return this;
    }

    /** Playing time as a number of units and how many of them are a second. */
    public Sound duration(long units, long perSecond) {
        if (units < 0 || perSecond <= 0 || units / perSecond > LONGEST_SECONDS) {
            return this;
        }
        long seconds = units / perSecond;
        double rest = (double) (units % perSecond) / perSecond;
        millis = seconds * 1000 + Math.round(rest * 1000);
        return this;
    }

    /** Milliseconds found so far, or -1. */
    public long millis() {
        return millis;
    }

    /** The playing time is computed from a bitrate. */
    public Sound estimated() {
        estimated = true;
        return this;
    }

    /** Kilobits a second, as the file tells. */
    public Sound bitrate(long kilobits) {
        bitrate = kilobits > 0 && kilobits <= 10_000_000 ? (int) kilobits : 0;
        return this;
    }

    /** Average over this many bytes of sound, when nothing else told; after the playing time. */
    public Sound bitrateOf(long bytes) {
        if (bitrate == 0 && millis > 0 && bytes > 0 && bytes < Long.MAX_VALUE / 8) {
            bitrate(Math.round(bytes * 8.0 / millis));
        }
        return this;
    }

    /** Frames that the encoder put before the music. */
    public Sound delay(long frames) {
        delay = frames >= 0 && frames <= Integer.MAX_VALUE ? (Integer) (int) frames : null;
        return this;
    }

    /** Frames that the encoder put after the music. */
    public Sound padding(long frames) {
        padding = frames >= 0 && frames <= Integer.MAX_VALUE ? (Integer) (int) frames : null;
        return this;
    }

    /**
     * Returns how long all that is which the encoder put around the music.
     *
     * @param timescale units in a second
     */
    public long silence(long timescale) {
        long frames = (delay == null ? 0L : delay) + (padding == null ? 0L : padding);
        return sampleRate == 0 ? 0 : frames * timescale / sampleRate;
    }

    /** Decibels that a decoder always applies. */
    public Sound outputGain(double decibels) {
        outputGain = decibels;
        return this;
    }

    AudioProperties properties() {
        var hints = delay == null && padding == null && outputGain == null
                ? DecoderHints.NONE
                : new DecoderHints(delay, padding, outputGain);
        return new AudioProperties(
                container,
                codec,
                millis < 0 ? null : Duration.ofSeconds(millis / 1000, millis % 1000 * 1_000_000),
                estimated && millis >= 0,
                orNull(bitrate),
                orNull(sampleRate),
                orNull(channels),
                orNull(bits),
                hints);
    }

    private static Integer orNull(int value) {
        return value == 0 ? null : (Integer) value;
    }
}

package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Technical properties of a file. What is not known is null.
 *
 * @param container how it is packed, e.g. {@code MP4}, {@code Ogg}, {@code FLAC}, {@code MPEG}, {@code RIFF}; or null
 * @param codec how the sound is coded, e.g. {@code MP3}, {@code AAC}, {@code ALAC}, {@code FLAC}, {@code Vorbis}, {@code PCM}; or null
 * @param duration playing time, to the millisecond where the headers tell; or null
 * @param durationEstimated true when the duration was computed from an average bitrate
 * @param bitrate kilobits a second, average, or null
 * @param sampleRate frames a second, or null
 * @param channels number of channels, or null
 * @param bitsPerSample bits of a sample, null for lossy codecs
 * @param hints what a decoder needs to give back just the sound that was encoded, not null
 */
public record AudioProperties(
        String container,
        String codec,
        Duration duration,
        boolean durationEstimated,
        Integer bitrate,
        Integer sampleRate,
        Integer channels,
        Integer bitsPerSample,
        DecoderHints hints)
        implements Serializable {

    /** Nothing is known. */
    public static final AudioProperties UNKNOWN = new AudioProperties(null, null, null, false, null, null, null, null);

    public AudioProperties {
        Objects.requireNonNull(hints, "hints");
    }

    /**
     * Creates properties without hints for a decoder.
     *
     * @param container as above
     * @param codec as above
     * @param duration as above
     * @param durationEstimated as above
     * @param bitrate as above
     * @param sampleRate as above
     * @param channels as above
     * @param bitsPerSample as above
     */
    public AudioProperties(
            String container,
            String codec,
            Duration duration,
            boolean durationEstimated,
            Integer bitrate,
            Integer sampleRate,
            Integer channels,
            Integer bitsPerSample) {
        this(
                container,
                codec,
                duration,
                durationEstimated,
                bitrate,
                sampleRate,
                channels,
                bitsPerSample,
                DecoderHints.NONE);
    }
}

package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.time.Duration;

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
 */
public record AudioProperties(
        String container,
        String codec,
        Duration duration,
        boolean durationEstimated,
        Integer bitrate,
        Integer sampleRate,
        Integer channels,
        Integer bitsPerSample)
        implements Serializable {

    /** Nothing is known. */
    public static final AudioProperties UNKNOWN = new AudioProperties(null, null, null, false, null, null, null, null);
}

package org.musicplatform.core.api.metadata;

import java.io.Serializable;

/**
 * What a decoder needs to give back just the sound that was encoded. What the file does not tell is null.
 *
 * @param delay frames before the first of the music, at the sample rate of the file (Opus: at 48 kHz, its pre-skip); at
 *     least 0; or null
 * @param padding frames after the last of the music; at least 0; or null
 * @param outputGain decibels that a decoder always applies (Opus: RFC 7845, 5.1); or null
 */
public record DecoderHints(Integer delay, Integer padding, Double outputGain) implements Serializable {

    /** Nothing is known. */
    public static final DecoderHints NONE = new DecoderHints(null, null, null);
}

package org.musicplatform.core.testkit.playback;

import java.util.Objects;
import java.util.function.Supplier;
import org.musicplatform.core.api.playback.AudioFormat;

/**
 * A good file and what has to come out of it.
 *
 * @param name its file name, not null
 * @param bytes its content, not null
 * @param format the format of its frames, not null
 * @param sound gives its interleaved samples, not null
 * @param tolerance how far a sample may be off; 0 for lossless formats
 */
public record AudioSample(String name, byte[] bytes, AudioFormat format, Supplier<float[]> sound, float tolerance) {

    public AudioSample {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(sound, "sound");
    }

    /** Creates a sample that has to be decoded exactly. */
    public AudioSample(String name, byte[] bytes, AudioFormat format, float[] sound) {
        this(name, bytes, format, () -> sound, 0);
    }

    @Override
    public String toString() {
        return name;
    }
}

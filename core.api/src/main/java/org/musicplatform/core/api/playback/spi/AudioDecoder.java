package org.musicplatform.core.api.playback.spi;

import java.io.IOException;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decodes one file. Used by one thread at a time. Methods block, and obey interruption.
 *
 * <p>What a container declares as delay and padding of the encoder is not part of the sound: frame 0 is the first frame
 * that the artist meant.
 */
@ConsumerType
public interface AudioDecoder extends AutoCloseable {

    /**
     * Returns the format of every frame that this decoder gives.
     *
     * @return the same from open to close, not null
     */
    AudioFormat format();

    /**
     * Names what is decoded, for people: {@code FLAC}, {@code MP3}.
     *
     * @return not null
     */
    String codec();

    /**
     * Tells the length.
     *
     * @return frames, or -1 when only decoding would tell
     */
    long frames();

    /**
     * Decodes the next frames. Whatever the size of the blocks asked for, all of them together are the same frames.
     *
     * @param target where interleaved samples go, full scale at ±1, not null
     * @param offset index of the first sample
     * @param frames how many frames at most, at least 1; there is room for them behind the offset
     * @return how many frames were decoded, at least 1; -1 at the end, again and again
     * @throws PlaybackException when the stream is damaged beyond going on
     * @throws IOException when the bytes cannot be read
     */
    int decode(float[] target, int offset, int frames) throws IOException;

    /**
     * Goes to a frame: the next frame decoded is exactly this one.
     *
     * @param frame at least 0; at or behind the end means the end
     * @throws PlaybackException with code {@code seek-not-supported} when it cannot, and then stays where it is
     * @throws IOException when the bytes cannot be read
     */
    void seek(long frame) throws IOException;

    /** Gives everything back but the content, which its opener closes. Called once. */
    @Override
    void close() throws IOException;
}

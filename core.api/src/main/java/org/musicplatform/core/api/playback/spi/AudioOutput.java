package org.musicplatform.core.api.playback.spi;

import java.io.IOException;
import org.musicplatform.core.api.playback.AudioFormat;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One way out. {@link #configure}, {@link #write} and {@link #drain} are called by one thread, the others may be called
 * by another meanwhile. Calls in the state that they need: configured, not closed.
 */
@ConsumerType
public interface AudioOutput extends AutoCloseable {

    /**
     * Prepares for frames of a format. Called before the first frame, and again, after {@link #drain()}, when a track of
     * another shape follows.
     *
     * @param format rate, channels and depth of the frames to come, not null
     * @return what a person should know about it, empty for nothing; not null
     * @throws IOException when it cannot bring this format out; the message says what it can
     */
    String configure(AudioFormat format) throws IOException;

    /**
     * Takes frames, waiting until there is room for at least one. Allocates nothing and takes no lock for long: it is
     * called on the thread that keeps the sound going.
     *
     * @param samples interleaved samples, full scale at ±1; beyond it they are cut where integers go out; not null
     * @param offset index of the first sample
     * @param frames how many frames at most, at least 1
     * @return how many frames were taken, at least 1; 0 when {@link #pause()}, {@link #flush()}, {@link #close()} or an
     *     interrupt ended the waiting
     * @throws IOException when the output is gone for good
     */
    int write(float[] samples, int offset, int frames) throws IOException;

    /**
     * Tells how many of the frames taken since {@link #configure} have been heard, flushed ones counted as heard.
     *
     * @return frames, never falling until the next {@link #configure}
     */
    long played();

    /** Holds the sound, keeping the frames that were taken. */
    void pause();

    /** Goes on after {@link #pause()}. */
    void resume();

    /** Throws away the frames that were taken and not yet heard. Does nothing where they are kept, as in a file. */
    void flush();

    /**
     * Waits until all frames taken have been heard.
     *
     * @throws IOException when the output is gone for good
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void drain() throws IOException, InterruptedException;

    /** Gives everything back; what was written to a file is complete then. Called once. */
    @Override
    void close() throws IOException;
}

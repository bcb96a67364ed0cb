package org.musicplatform.outputs.file;

import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;

/** Plays to nowhere: in time, or with the target {@code fast} as fast as frames come. */
public final class NullAdapter implements PlaybackAdapter {

    /** Creates the adapter. */
    public NullAdapter() {}

    @Override
    public AudioOutput open(String target) {
        return switch (target) {
            case "" -> new NullOutput(true);
            case "fast" -> new NullOutput(false);
            default ->
                throw new PlaybackException(
                        PlaybackException.OUTPUT_UNAVAILABLE,
                        "The null output is in time, or null:fast; not null:" + target + ".");
        };
    }
}

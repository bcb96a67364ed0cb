package org.musicplatform.decoders.ffmpeg;

import java.io.IOException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.source.ContentReader;

/** Decodes what FFmpeg can. */
public final class FfmpegDecoderFactory implements AudioDecoderFactory, AutoCloseable {

    private final Natives natives;

    /**
     * Creates a factory. Loads nothing yet.
     *
     * @param beforeLoading run once, before FFmpeg's own classes are touched, not null
     */
    public FfmpegDecoderFactory(Runnable beforeLoading) {
        this(new Natives(() -> {
            beforeLoading.run();
            return Natives.load();
        }));
    }

    FfmpegDecoderFactory(Natives natives) {
        this.natives = natives;
    }

    @Override
    public AudioDecoder open(ContentReader content, String name) throws IOException {
        return new FfmpegDecoder(content, natives.require(), name);
    }

    /** Opens nothing any more. What is open goes on until it is closed. */
    @Override
    public void close() {
        natives.close();
    }
}

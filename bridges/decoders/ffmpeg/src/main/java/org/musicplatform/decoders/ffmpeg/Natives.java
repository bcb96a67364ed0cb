package org.musicplatform.decoders.ffmpeg;

import java.util.function.Supplier;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.musicplatform.core.api.playback.PlaybackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The native half of FFmpeg: loaded when first needed, once. */
final class Natives {

    private static final Logger LOG = LoggerFactory.getLogger(Natives.class);

    /** No honest file needs a larger piece of memory; a dishonest one claims it. */
    private static final long LARGEST_ALLOCATION = 256L << 20;

    private final Supplier<Callbacks> loading;
    private Callbacks loaded; // guarded by this
    private Throwable failure; // guarded by this
    private boolean closed; // guarded by this

    Natives(Supplier<Callbacks> loading) {
        this.loading = loading;
    }

    /** Loads the libraries that the class path holds for this platform. */
    static Callbacks load() {
        Loader.load(avutil.class);
        Loader.load(avcodec.class);
        Loader.load(avformat.class);
        avutil.av_log_set_level(avutil.AV_LOG_QUIET); // it would write to standard error
        avutil.av_max_alloc(LARGEST_ALLOCATION);
        return new Callbacks();
    }

    /** Returns what FFmpeg calls back through, ready for one more stream. */
    synchronized Callbacks require() throws PlaybackException {
        if (closed) {
            throw new PlaybackException(
                    PlaybackException.DECODER_FAILED, "The FFmpeg decoder is being replaced; try again.");
        }
        if (loaded == null && failure == null) {
            try {
                loaded = loading.get();
            } catch (LinkageError | RuntimeException missing) {
                failure = missing;
                LOG.warn("FFmpeg is not there for {}: its formats cannot be decoded", platform(), missing);
            }
        }
        if (failure != null) {
            throw new PlaybackException(
                    PlaybackException.UNSUPPORTED_CODEC,
                    "This distribution has no FFmpeg that runs on " + platform() + " (" + failure.getMessage()
                            + "): install the one for this platform, or a decoder of another kind.",
                    failure);
        }
        return loaded;
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    synchronized void close() {
        closed = true;
        if (loaded != null) {
            loaded.close();
        }
    }
}

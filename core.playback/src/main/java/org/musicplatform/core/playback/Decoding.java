package org.musicplatform.core.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.QueueItem;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.support.PluginGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An item opened for decoding: the part of the file that is the track. Used by one thread at a time. The plug-in is
 * called on threads that can be left behind; after it hung once, it is not called again.
 */
final class Decoding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Decoding.class);

    private final QueueItem item;
    private final FileId estimated;
    private final Decoder decoder;
    private final AudioDecoder frames;
    private final ContentReader content;
    private final PluginGuard guard;
    private final AudioFormat format;
    private final long start;
    private final long length; // -1: not known
    private final boolean cut; // by a clip; the length that a decoder tells is only what it expects
    private long position;
    private boolean sought;
    private boolean hung;

    private Decoding(
            QueueItem item,
            Decoder decoder,
            AudioDecoder frames,
            ContentReader content,
            PluginGuard guard,
            Clip clip,
            FileId estimated) {
        this.estimated = estimated;
        this.item = item;
        this.decoder = decoder;
        this.frames = frames;
        this.content = content;
        this.guard = guard;
        this.format = frames.format();
        this.start = clip == null ? 0 : format.frames(clip.start());
        this.cut = clip != null && clip.end() != null;
        long end = cut ? format.frames(clip.end()) : frames.frames();
        this.length = end < 0 ? -1 : Math.max(0, end - start);
    }

    /** The part of a file that is the track; {@code end} is null for the rest. */
    record Clip(Duration start, Duration end) {}

    /**
     * Opens.
     *
     * @throws PlaybackException with code {@code unsupported-codec} when the decoder does not know it
     */
    static Decoding open(
            QueueItem item,
            Decoder decoder,
            ContentReader content,
            String name,
            Clip clip,
            FileId estimated,
            PluginGuard guard)
            throws IOException, InterruptedException {
        var frames = guarded(guard, decoder, () -> decoder.factory().open(content, name));
        if (frames == null) {
            throw new PlaybackException(PlaybackException.DECODER_FAILED, failed(decoder));
        }
        var opened =
                guarded(guard, decoder, () -> new Decoding(item, decoder, frames, content, guard, clip, estimated));
        if (opened.start > 0) {
            opened.seek(0);
        }
        return opened;
    }

    QueueItem item() {
        return item;
    }

    Decoder decoder() {
        return decoder;
    }

    AudioFormat format() {
        return format;
    }

    /** Returns the frames of the item, -1 when not known. */
    long length() {
        return length;
    }

    /** Returns the frame that comes next. */
    long position() {
        return position;
    }

    /** Decodes up to a number of frames; -1 at the end of the item. */
    int decode(float[] block, int count) throws IOException, InterruptedException {
        int most = cut ? (int) Math.min(count, length - position) : count;
        if (most == 0) {
            return -1;
        }
        int n = call(() -> frames.decode(block, 0, most));
        if (n == 0 || n > most) {
            throw new PlaybackException(PlaybackException.DECODER_FAILED, failed(decoder));
        }
        position += Math.max(0, n);
        return n;
    }

    /** Returns the file when the library only estimates how long it is, else null. */
    FileId estimated() {
        return estimated;
    }

    /** Returns the playing time when all of the file was decoded, counted; null when a part of it was passed over. */
    Duration counted() {
        return sought || cut || start > 0 ? null : format.duration(position);
    }

    void seek(long frame) throws IOException, InterruptedException {
        sought = true;
        long to = length < 0 ? frame : Math.min(frame, length);
        call(() -> {
            frames.seek(start + to);
            return null;
        });
        position = to;
    }

    private <T> T call(Callable<T> plugin) throws IOException, InterruptedException {
        try {
            return guarded(guard, decoder, plugin);
        } catch (PlaybackException e) {
            hung |= e.getCause() instanceof PluginGuard.TimedOutException;
            throw e;
        }
    }

    private static <T> T guarded(PluginGuard guard, Decoder decoder, Callable<T> call)
            throws IOException, InterruptedException {
        try {
            return guard.call(call);
        } catch (PluginGuard.TimedOutException e) {
            LOG.warn("Decoder {} {}", decoder.id(), e.getMessage());
            throw new PlaybackException(
                    PlaybackException.DECODER_FAILED, "The decoder " + decoder.id() + " " + e.getMessage() + ".", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CoreException told) {
                throw told;
            }
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            LOG.warn("Decoder {} failed", decoder.id(), e.getCause());
            throw new PlaybackException(PlaybackException.DECODER_FAILED, failed(decoder), e.getCause());
        }
    }

    private static String failed(Decoder decoder) {
        return "The decoder " + decoder.id() + " failed on this file; the log has the details.";
    }

    @Override
    public void close() {
        if (hung) {
            return; // its thread may still be in there
        }
        boolean interrupted = Thread.interrupted();
        try {
            call(() -> {
                frames.close();
                return null;
            });
        } catch (IOException | CoreException e) {
            LOG.debug("A decoder does not close", e);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            content.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A file does not close", e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

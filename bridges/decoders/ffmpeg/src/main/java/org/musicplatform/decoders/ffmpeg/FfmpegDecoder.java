package org.musicplatform.decoders.ffmpeg;

import java.io.IOException;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.source.ContentReader;

/** Decodes a file, block by block, counting its frames. */
final class FfmpegDecoder implements AudioDecoder {

    /** Codecs remember: the longest known, Opus, takes half a second to sound as if it had never been interrupted. */
    private static final int MEMORY_SECONDS = 1;

    private final ContentReader content;
    private final Callbacks callbacks;
    private final String name;
    private final AudioFormat format;
    private final String codec;
    private final Timeline timeline;
    private final long length;
    private final long end;
    private final boolean indexed;
    private FrameSource source; // null when it failed while starting anew
    private long position;
    private long blockStart;
    private int blockFrames;
    private boolean timesExact;
    private boolean ended;

    FfmpegDecoder(ContentReader content, Callbacks callbacks, String name) throws IOException {
        this.content = content;
        this.callbacks = callbacks;
        this.name = name;
        source = FrameSource.open(content, callbacks, name);
        try {
            if (!source.next()) {
                throw Failures.corrupt("There is not one frame of sound in " + name + ".");
            }
            blockFrames = source.frames();
            format = source.format();
            codec = source.codecName();
            var sound = source.container().sound();
            var tick = sound.time_base();
            timeline = new Timeline(tick.num(), tick.den(), format.sampleRate(), source.time());
            timesExact = timeline.usable() && Formats.forgets(sound.codecpar().codec_id());
            String kind = source.container().kind();
            indexed = Formats.indexed(kind, sound.codecpar().codec_id());
            length = timeline.length(source.container().lengthTicks(source.time()));
            end = length >= 0 && source.container().endsLate() ? length : Long.MAX_VALUE;
        } catch (Throwable failed) {
            source.close();
            throw failed;
        }
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public String codec() {
        return codec;
    }

    @Override
    public long frames() {
        return length;
    }

    @Override
    public int decode(float[] target, int offset, int frames) throws IOException {
        if (ended || position >= end || position >= blockStart + blockFrames && !nextBlock()) {
            ended = true;
            return -1;
        }
        int from = (int) (position - blockStart);
        int taken = (int) Math.min(frames, Math.min(end, blockStart + blockFrames) - position);
        int channels = format.channels();
        System.arraycopy(source.samples(), from * channels, target, offset, taken * channels);
        position += taken;
        return taken;
    }

    private boolean nextBlock() throws IOException {
        if (source == null) {
            restart();
            return discardTo(position);
        }
        blockStart += blockFrames;
        blockFrames = 0;
        if (!source.next()) {
            return false;
        }
        blockFrames = source.frames();
        timesExact &= timeline.frame(source.time()) == blockStart;
        return true;
    }

    @Override
    public void seek(long frame) throws IOException {
        if (length >= 0 && frame >= length) {
            ended = true;
            return;
        }
        long memory = (long) MEMORY_SECONDS * format.sampleRate();
        long from = Math.max(0, frame - memory);
        boolean ahead = source != null && !ended && frame >= blockStart && frame - blockStart <= 2 * memory;
        ended = false;
        try {
            if (!ahead && !(from > 0 && timesExact && jump(from, frame))) {
                restart();
            }
            ended = !discardTo(frame);
        } catch (IOException | RuntimeException | Error failed) {
            abandon();
            position = frame;
            throw failed;
        }
    }

    /** Goes near a frame without decoding what lies before; false when it did not, and the place is lost. */
    private boolean jump(long from, long frame) throws IOException {
        long time = timeline.time(from);
        if (indexed && source != null && source.seek(time) && land(frame)) {
            return true;
        }
        restart();
        return source.skipTo(time) && land(frame);
    }

    private boolean land(long frame) throws IOException {
        if (!source.next()) {
            return false;
        }
        long landed = timeline.frame(source.time());
        blockStart = landed;
        blockFrames = source.frames();
        return landed >= 0 && landed <= frame;
    }

    private void restart() throws IOException {
        abandon();
        source = FrameSource.open(content, callbacks, name);
        if (!source.next() || !source.format().sameShape(format)) {
            throw Failures.corrupt("The file " + name + " is no longer what it was when it was opened.");
        }
        blockStart = 0;
        blockFrames = source.frames();
    }

    /** Decodes up to a frame; false when there is no such frame. */
    private boolean discardTo(long frame) throws IOException {
        while (frame >= blockStart + blockFrames) {
            if (!nextBlock()) {
                return false;
            }
        }
        position = frame;
        return true;
    }

    private void abandon() {
        if (source != null) {
            source.close();
            source = null;
        }
        blockStart = 0;
        blockFrames = 0;
    }

    @Override
    public void close() {
        abandon();
    }
}

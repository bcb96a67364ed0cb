package org.musicplatform.decoders.ffmpeg;

import java.io.IOException;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.musicplatform.core.api.source.ContentReader;

/** A file taken apart: the packets of its best sound, and nothing else. */
final class Container implements AutoCloseable {

    private static final int BUFFER = 32 << 10;
    private static final long PROBED_BYTES = 5_000_000;
    private static final long ANALYZED_MICROS = 5_000_000;
    private static final int MOST_STREAMS = 200;

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9+]{1,5}$");

    private final Callbacks callbacks;
    private final ContentStream stream;
    private final Callbacks.Handle handle;
    private AVIOContext io;
    private AVFormatContext context;
    private AVStream sound;

    private Container(ContentReader content, Callbacks callbacks) throws IOException {
        this.callbacks = callbacks;
        this.stream = new ContentStream(content);
        this.handle = callbacks.register(stream);
    }

    static Container open(ContentReader content, Callbacks callbacks, String name) throws IOException {
        var container = new Container(content, callbacks);
        try {
            container.open(name);
            return container;
        } catch (Throwable failed) {
            container.close();
            throw failed;
        }
    }

    private void open(String name) throws IOException {
        var buffer = avutil.av_malloc(BUFFER);
        if (buffer == null) {
            throw Failures.noMemory();
        }
        io = avformat.avio_alloc_context(
                new BytePointer(buffer), BUFFER, 0, handle, callbacks.reading(), null, callbacks.seeking());
        context = avformat.avformat_alloc_context();
        if (io == null || context == null) {
            throw Failures.noMemory();
        }
        context.pb(io);
        context.interrupt_callback().callback(callbacks.interrupting()).opaque(handle);
        context.probesize(PROBED_BYTES).max_analyze_duration(ANALYZED_MICROS).max_streams(MOST_STREAMS);
        var options = new AVDictionary(null);
        avutil.av_dict_set(options, "format_whitelist", Formats.CONTAINERS, 0);
        avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
        int opened = avformat.avformat_open_input(context, hint(name), null, options);
        avutil.av_dict_free(options);
        if (opened < 0) {
            context = null; // freed by the failed call
        }
        stream.check();
        if (opened < 0) {
            throw Failures.unsupported(
                    "FFmpeg knows no audio format of which " + name + " is one (" + Failures.words(opened) + ").");
        }
        int found = avformat.avformat_find_stream_info(context, (AVDictionary) null);
        stream.check();
        if (found < 0) {
            throw Failures.corrupt("The headers of " + name + " are damaged (" + Failures.words(found) + ").");
        }
        int best = avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (best < 0) {
            throw Failures.unsupported("There is no sound in " + name + " that FFmpeg knows.");
        }
        sound = context.streams(best);
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != best) {
                context.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
    }

    /** What FFmpeg is told of the name: where bytes leave it open, the extension decides; nothing is opened by it. */
    private static String hint(String name) {
        var extension = EXTENSION.matcher(name);
        return extension.find() ? "file" + extension.group() : "file";
    }

    AVStream sound() {
        return sound;
    }

    /** Returns FFmpeg's name of the container: a list where several are one. */
    String kind() {
        return context.iformat().name().getString();
    }

    /**
     * Returns the length in the time of the stream; -1 when the headers do not tell it to the frame.
     *
     * @param first when the first frame sounds
     */
    long lengthTicks(long first) {
        long ticks = sound.duration();
        if (ticks <= 0
                || !Formats.measured(kind())
                || context.duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE) {
            return -1;
        }
        if (!kind().equals("ogg")) {
            return ticks;
        }
        // positions in Ogg count what decoders throw away at the start
        boolean padded = sound.codecpar().codec_id() == avcodec.AV_CODEC_ID_OPUS;
        return ticks - (padded ? sound.codecpar().initial_padding() : Math.max(0, first - sound.start_time()));
    }

    /** Tells whether FFmpeg gives more than the length, leaving to us what the encoder added at the end. */
    boolean endsLate() {
        return Formats.INDEXED_BY_ATOMS.equals(kind());
    }

    /** Reads the next packet of any stream; the number is FFmpeg's, negative at the end and when it fails. */
    int read(AVPacket packet) throws IOException {
        int result = avformat.av_read_frame(context, packet);
        stream.check();
        return result;
    }

    boolean isSound(AVPacket packet) {
        return packet.stream_index() == sound.index();
    }

    /** Goes to a packet at or before a time of the stream. */
    boolean seek(long time) throws IOException {
        int result = avformat.av_seek_frame(context, sound.index(), time, avformat.AVSEEK_FLAG_BACKWARD);
        stream.check();
        return result >= 0;
    }

    void check() throws IOException {
        stream.check();
    }

    @Override
    public void close() {
        if (context != null) {
            avformat.avformat_close_input(context);
            context = null;
        }
        if (io != null) {
            avutil.av_free(io.buffer());
            avformat.avio_context_free(io);
            io = null;
        }
        callbacks.unregister(handle);
    }
}

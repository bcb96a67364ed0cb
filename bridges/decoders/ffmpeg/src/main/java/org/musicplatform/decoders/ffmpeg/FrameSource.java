package org.musicplatform.decoders.ffmpeg;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.source.ContentReader;

/** The decoded blocks of one file, from its start or from a packet on. */
final class FrameSource implements AutoCloseable {

    private static final int MOST_BAD_PACKETS = 1000;
    private static final int MOST_SILENT_PACKETS = 100_000;
    private static final long MOST_SAMPLES_OF_A_PACKET = 1 << 22;

    private final Container container;
    private final String name;
    private final boolean lossless;
    private final String codecName;
    private AVCodecContext codec;
    private AVPacket packet;
    private AVFrame frame;
    private boolean drained;
    private int rate;
    private int channels;
    private float[] samples = new float[0];

    private FrameSource(Container container, String name) throws IOException {
        this.container = container;
        this.name = name;
        int id = container.sound().codecpar().codec_id();
        var described = avcodec.avcodec_descriptor_get(id);
        lossless = described != null && (described.props() & avcodec.AV_CODEC_PROP_LOSSLESS) != 0;
        codecName = Formats.name(avcodec.avcodec_get_name(id).getString());
    }

    static FrameSource open(ContentReader content, Callbacks callbacks, String name) throws IOException {
        var container = Container.open(content, callbacks, name);
        try {
            var source = new FrameSource(container, name);
            try {
                source.open();
                return source;
            } catch (Throwable failed) {
                source.free();
                throw failed;
            }
        } catch (Throwable failed) {
            container.close();
            throw failed;
        }
    }

    private void open() throws IOException {
        var sound = container.sound();
        AVCodec decoder = avcodec.avcodec_find_decoder(sound.codecpar().codec_id());
        if (decoder == null) {
            throw Failures.unsupported("FFmpeg cannot decode " + codecName + ", which " + name + " is.");
        }
        codec = avcodec.avcodec_alloc_context3(decoder);
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
        if (codec == null || packet == null || frame == null) {
            throw Failures.noMemory();
        }
        int result = avcodec.avcodec_parameters_to_context(codec, sound.codecpar());
        if (result >= 0) {
            codec.pkt_timebase(sound.time_base());
            codec.thread_count(1).max_samples(MOST_SAMPLES_OF_A_PACKET);
            result = avcodec.avcodec_open2(codec, decoder, (AVDictionary) null);
        }
        if (result < 0) {
            throw Failures.corrupt("FFmpeg cannot decode this kind of " + codecName + " in " + name + " ("
                    + Failures.words(result) + ").");
        }
    }

    Container container() {
        return container;
    }

    String codecName() {
        return codecName;
    }

    /** Decodes the next block; false at the end. */
    boolean next() throws IOException {
        int bad = 0;
        int silent = 0;
        while (true) {
            container.check();
            int received = avcodec.avcodec_receive_frame(codec, frame);
            if (received >= 0) {
                if (frame.nb_samples() > 0) {
                    take();
                    return true;
                }
            } else if (received == avutil.AVERROR_EOF()) {
                return false;
            } else if (received == avutil.AVERROR_EAGAIN()) {
                if (++silent > MOST_SILENT_PACKETS) {
                    throw Failures.corrupt("There is no end of packets without sound in " + name + ".");
                }
                bad = feed() ? 0 : bad + 1;
            } else {
                bad++;
            }
            if (bad > MOST_BAD_PACKETS) {
                throw Failures.corrupt("Nothing can be decoded of what follows in " + name + ".");
            }
        }
    }

    /** Hands the next packet to the decoder; false when it is damaged. */
    private boolean feed() throws IOException {
        if (drained) {
            return false;
        }
        int read = container.read(packet);
        if (read == avutil.AVERROR_EOF()) {
            drained = true;
            avcodec.avcodec_send_packet(codec, null);
            return true;
        }
        if (read < 0) {
            return false;
        }
        try {
            return !container.isSound(packet) || avcodec.avcodec_send_packet(codec, packet) >= 0;
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    private void take() throws IOException {
        int frameRate = frame.sample_rate();
        int frameChannels = frame.ch_layout().nb_channels();
        if (rate == 0) {
            if (frameRate < 1 || frameRate > 1_536_000 || frameChannels < 1 || frameChannels > 64) {
                throw Failures.corrupt(
                        "The sound in " + name + " claims " + frameRate + " Hz and " + frameChannels + " channels.");
            }
            rate = frameRate;
            channels = frameChannels;
        } else if (frameRate != rate || frameChannels != channels) {
            throw Failures.corrupt("The format changes in the middle of " + name + ", from " + rate + " Hz and "
                    + channels + " channels to " + frameRate + " Hz and " + frameChannels + ".");
        }
        samples = SampleConverter.convert(frame, channels, samples);
    }

    /** The samples of the block, interleaved; more than {@link #frames()} of them may be there. */
    float[] samples() {
        return samples;
    }

    int frames() {
        return frame.nb_samples();
    }

    /** When the block sounds, in the time of the stream. */
    long time() {
        return frame.best_effort_timestamp();
    }

    /** The format of the block. */
    AudioFormat format() {
        int packed = avutil.av_get_packed_sample_fmt(frame.format());
        if (packed == avutil.AV_SAMPLE_FMT_DBL && lossless) {
            return new AudioFormat(rate, channels, 64, true);
        }
        if (!lossless || packed == avutil.AV_SAMPLE_FMT_FLT || packed == avutil.AV_SAMPLE_FMT_DBL) {
            return AudioFormat.floats(rate, channels);
        }
        int carried = 8 * avutil.av_get_bytes_per_sample(frame.format());
        int told = Math.max(
                codec.bits_per_raw_sample(), container.sound().codecpar().bits_per_raw_sample());
        return new AudioFormat(rate, channels, told > 0 && told < carried ? told : Math.min(carried, 32), false);
    }

    /** Passes packets unheard until one that reaches beyond a time; false when there is none. */
    boolean skipTo(long time) throws IOException {
        int bad = 0;
        while (bad <= MOST_BAD_PACKETS) {
            int read = container.read(packet);
            if (read == avutil.AVERROR_EOF()) {
                return false;
            }
            if (read < 0) {
                bad++;
                continue;
            }
            try {
                if (!container.isSound(packet)) {
                    continue;
                }
                if (packet.pts() == Long.MIN_VALUE || packet.duration() <= 0) {
                    return false;
                }
                if (packet.pts() + packet.duration() > time) {
                    avcodec.avcodec_flush_buffers(codec);
                    avcodec.avcodec_send_packet(codec, packet);
                    return true;
                }
            } finally {
                avcodec.av_packet_unref(packet);
            }
        }
        return false;
    }

    /** Goes to a packet at or before a time. */
    boolean seek(long time) throws IOException {
        if (!container.seek(time)) {
            return false;
        }
        avcodec.avcodec_flush_buffers(codec);
        drained = false;
        return true;
    }

    private void free() {
        if (frame != null) {
            avutil.av_frame_free(frame);
        }
        if (packet != null) {
            avcodec.av_packet_free(packet);
        }
        if (codec != null) {
            avcodec.avcodec_free_context(codec);
        }
    }

    @Override
    public void close() {
        free();
        container.close();
    }
}

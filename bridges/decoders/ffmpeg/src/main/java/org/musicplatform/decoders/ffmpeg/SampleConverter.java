package org.musicplatform.decoders.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.musicplatform.core.api.playback.PlaybackException;

/** Makes interleaved floats of the samples of a frame, however they lie in it. */
final class SampleConverter {

    private static final int MOST_SAMPLES = 1 << 26;

    private SampleConverter() {}

    /**
     * Converts a whole frame.
     *
     * @param reused where to put the samples when there is room, not null
     * @return the samples: the array given, or a larger one
     */
    static float[] convert(AVFrame frame, int channels, float[] reused) throws PlaybackException {
        int frames = frame.nb_samples();
        long samples = (long) frames * channels;
        if (samples > MOST_SAMPLES) {
            throw Failures.corrupt("The stream claims a block of " + samples + " samples.");
        }
        float[] target = reused.length >= samples ? reused : new float[(int) samples];
        int packed = avutil.av_get_packed_sample_fmt(frame.format());
        int bytes = avutil.av_get_bytes_per_sample(frame.format());
        if (avutil.av_sample_fmt_is_planar(frame.format()) != 0) {
            for (int channel = 0; channel < channels; channel++) {
                copy(packed, plane(frame, channel, (long) frames * bytes), frames, target, channel, channels);
            }
        } else {
            copy(packed, plane(frame, 0, samples * bytes), (int) samples, target, 0, 1);
        }
        return target;
    }

    private static ByteBuffer plane(AVFrame frame, int number, long length) throws PlaybackException {
        var data = frame.extended_data(number);
        if (data == null || data.isNull()) {
            throw Failures.corrupt("The stream has a block without samples.");
        }
        return data.capacity(length).asByteBuffer();
    }

    private static void copy(int format, ByteBuffer from, int count, float[] to, int first, int step)
            throws PlaybackException {
        switch (format) {
            case AV_SAMPLE_FMT_U8 -> {
                for (int i = 0, at = first; i < count; i++, at += step) {
                    to[at] = ((from.get(i) & 0xff) - 0x80) / 0x1p7f;
                }
            }
            case AV_SAMPLE_FMT_S16 -> {
                var values = from.asShortBuffer();
                for (int i = 0, at = first; i < count; i++, at += step) {
                    to[at] = values.get(i) / 0x1p15f;
                }
            }
            case AV_SAMPLE_FMT_S32 -> {
                var values = from.asIntBuffer();
                for (int i = 0, at = first; i < count; i++, at += step) {
                    to[at] = values.get(i) / 0x1p31f;
                }
            }
            case AV_SAMPLE_FMT_S64 -> {
                var values = from.asLongBuffer();
                for (int i = 0, at = first; i < count; i++, at += step) {
                    to[at] = values.get(i) / 0x1p63f;
                }
            }
            case AV_SAMPLE_FMT_FLT -> {
                var values = from.asFloatBuffer();
                for (int i = 0, at = first; i < count; i++, at += step) {
                    to[at] = values.get(i);
                }
            }
            case AV_SAMPLE_FMT_DBL -> {
                var values = from.asDoubleBuffer();
                for (int i = 0, at = first; i < count; i++, at += step) {
                    to[at] = (float) values.get(i);
                }
            }
            default -> throw Failures.corrupt("The stream has samples of a kind that is not known (" + format + ").");
        }
    }
}

package org.example.sndfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioDecoderPlugin;
import org.musicplatform.core.api.source.ContentReader;
import org.osgi.service.component.annotations.Component;

/** Decodes the files of Sun and NeXT: PCM of 8 to 32 bits, and µ-law. */
@Component
@AudioDecoderPlugin(
        id = "au",
        extensions = {"au", "snd"})
public final class AuDecoderFactory implements AudioDecoderFactory {

    private static final int HEADER = 24;
    private static final int MAGIC = 0x2e736e64; // .snd
    private static final int UNTIL_THE_END = -1;
    private static final String MU_LAW = "µ-law";

    @Override
    public AudioDecoder open(ContentReader content, String name) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        int encoding = content.readFully(0, header) < HEADER || header.getInt(0) != MAGIC ? 0 : header.getInt(12);
        if (encoding < 1 || encoding > 5) {
            throw new PlaybackException(
                    PlaybackException.UNSUPPORTED_CODEC, "This is no AU file of PCM or µ-law: " + name + ".");
        }
        long start = Integer.toUnsignedLong(header.getInt(4));
        int rate = header.getInt(16);
        int channels = header.getInt(20);
        if (start < HEADER || rate < 1 || rate > 1_536_000 || channels < 1 || channels > 64) {
            throw new PlaybackException(PlaybackException.CORRUPT, "The header is damaged: " + name + ".");
        }
        int width = Math.max(1, encoding - 1); // 1 is µ-law, 2 to 5 are PCM of one to four bytes
        long there = content.size() < 0 ? Long.MAX_VALUE : Math.max(0, content.size() - start);
        long told = header.getInt(8) == UNTIL_THE_END ? there : Integer.toUnsignedLong(header.getInt(8));
        long frames = told == Long.MAX_VALUE ? -1 : Math.min(there, told) / (width * channels);
        var format = new AudioFormat(rate, channels, encoding == 1 ? 16 : 8 * width, false);
        return new Frames(content, start, width, format, encoding == 1 ? MU_LAW : "PCM", frames, new AtomicLong());
    }

    private record Frames(
            ContentReader content, long start, int width, AudioFormat format, String codec, long frames, AtomicLong next)
            implements AudioDecoder {

        @Override
        public int decode(float[] target, int offset, int wanted) throws IOException {
            int size = width * format.channels();
            long left = frames < 0 ? wanted : Math.min(wanted, frames - next.get());
            var bytes = ByteBuffer.allocate((int) Math.min(left, 4_096) * size);
            int read = content.readFully(start + next.get() * size, bytes) / size;
            bytes.flip();
            for (int i = 0; i < read * format.channels(); i++) {
                target[offset + i] = codec.equals(MU_LAW) ? expanded(~bytes.get()) : integer(bytes);
            }
            next.addAndGet(read);
            return read == 0 ? -1 : read;
        }

        private float integer(ByteBuffer bytes) {
            int value = bytes.get();
            for (int i = 1; i < width; i++) {
                value = value << 8 | bytes.get() & 0xff;
            }
            return value / (float) (1L << 8 * width - 1);
        }

        private static float expanded(int code) {
            int size = (((code & 0x0f) << 3) + 0x84 << ((code & 0x70) >> 4)) - 0x84;
            return ((code & 0x80) == 0 ? size : -size) / 32_768f;
        }

        @Override
        public void seek(long frame) {
            next.set(frames < 0 ? frame : Math.min(frame, frames));
        }

        @Override
        public void close() {} // the content belongs to its opener
    }
}

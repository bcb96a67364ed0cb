package org.musicplatform.outputs.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.support.PcmEncoder;

/**
 * A WAVE file being written: under another name beside the real one, which it takes when it is complete. Beyond 4 GiB it
 * becomes an RF64 file as EBU Tech 3306 says, for which a chunk is left free at the beginning.
 */
final class WaveFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int RESERVED = 28; // the size of a ds64 chunk without a table
    private static final long MOST = 0xFFFFFFFFL;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int INTEGERS = 1;
    private static final int FLOATS = 3;
    /** The second part of every format's GUID; RFC 2361. */
    private static final byte[] GUID = {0, 0, 0, 0, 16, 0, (byte) 128, 0, 0, (byte) 170, 0, 56, (byte) 155, 113};
    /** Which speakers so many channels are for, from one channel on. */
    private static final int[] SPEAKERS = {0x4, 0x3, 0x7, 0x33, 0x37, 0x3F, 0x70F, 0x63F};

    private final Path file;
    private final Path unfinished;
    private final AudioFormat format;
    private final PcmEncoder encoder;
    // not a channel: an interrupt of the writing thread must not close the file
    private final RandomAccessFile out;
    private final byte[] buffer;
    private final int header;
    private int buffered;
    private long frames;

    private WaveFile(Path file, AudioFormat format) throws IOException {
        this.file = file;
        this.format = format;
        this.encoder = format.floatingPoint()
                ? PcmEncoder.floats(format.bitsPerSample())
                : PcmEncoder.integers(Math.min(32, format.bitsPerSample()), false);
        this.unfinished = file.resolveSibling(file.getFileName() + ".part");
        this.out = new RandomAccessFile(unfinished.toFile(), "rw");
        out.setLength(0);
        this.buffer = new byte[Math.max(BUFFER, frameBytes())];
        byte[] begin = header();
        this.header = begin.length;
        out.write(begin);
    }

    static WaveFile create(Path file, AudioFormat format) throws IOException {
        return new WaveFile(file, format);
    }

    Path file() {
        return file;
    }

    AudioFormat format() {
        return format;
    }

    void write(float[] samples, int offset, int count) throws IOException {
        int channels = format.channels();
        int done = 0;
        while (done < count) {
            int n = Math.min(count - done, (buffer.length - buffered) / frameBytes());
            if (n == 0) {
                emptyBuffer();
                continue;
            }
            encoder.encode(samples, offset + done * channels, n * channels, buffer, buffered);
            buffered += n * frameBytes();
            done += n;
        }
        frames += count;
    }

    private int frameBytes() {
        return encoder.bytes() * format.channels();
    }

    private void emptyBuffer() throws IOException {
        out.write(buffer, 0, buffered);
        buffered = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            emptyBuffer();
            if ((frames * frameBytes() & 1) == 1) {
                out.write(0);
            }
            out.seek(0);
            out.write(header());
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] header() {
        long data = frames * frameBytes();
        boolean simple = format.channels() <= 2
                && encoder.bits() == encoder.bytes() * 8
                && (encoder.kind() != PcmEncoder.Kind.INTEGER || encoder.bits() <= 16);
        boolean integers = encoder.kind() == PcmEncoder.Kind.INTEGER;
        int formatBytes = simple ? integers ? 16 : 18 : 40;
        int before = 12 + 8 + RESERVED + 8 + formatBytes + (integers ? 0 : 12) + 8;
        long riff = before - 8 + data + (data & 1);
        boolean large = riff > MOST;
        var bytes = ByteBuffer.allocate(before).order(ByteOrder.LITTLE_ENDIAN);
        id(bytes, large ? "RF64" : "RIFF").putInt((int) (large ? MOST : riff));
        id(bytes, "WAVE");
        id(bytes, large ? "ds64" : "JUNK").putInt(RESERVED);
        bytes.putLong(large ? riff : 0)
                .putLong(large ? data : 0)
                .putLong(large ? frames : 0)
                .putInt(0);
        id(bytes, "fmt ").putInt(formatBytes);
        format(bytes, integers ? INTEGERS : FLOATS, formatBytes);
        if (!integers) {
            id(bytes, "fact").putInt(4).putInt((int) Math.min(MOST, frames));
        }
        id(bytes, "data").putInt((int) (large ? MOST : data));
        return bytes.array();
    }

    private void format(ByteBuffer bytes, int tag, int formatBytes) {
        int channels = format.channels();
        bytes.putShort((short) (formatBytes == 40 ? EXTENSIBLE : tag)).putShort((short) channels);
        bytes.putInt(format.sampleRate()).putInt(format.sampleRate() * frameBytes());
        bytes.putShort((short) frameBytes()).putShort((short) (encoder.bytes() * 8));
        if (formatBytes > 16) {
            bytes.putShort((short) (formatBytes - 18));
        }
        if (formatBytes == 40) {
            bytes.putShort((short) encoder.bits());
            bytes.putInt(channels <= SPEAKERS.length ? SPEAKERS[channels - 1] : 0);
            bytes.putShort((short) tag).put(GUID);
        }
    }

    private static ByteBuffer id(ByteBuffer bytes, String name) {
        return bytes.put(name.getBytes(StandardCharsets.US_ASCII));
    }
}

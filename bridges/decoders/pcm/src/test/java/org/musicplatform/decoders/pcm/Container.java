package org.musicplatform.decoders.pcm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes RIFF and IFF files, right ones and wrong ones. */
final class Container {

    static final int RATE = 44_100;

    private final ByteOrder order;
    private final String form;
    private final String type;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private Container(String form, String type, ByteOrder order) {
        this.form = form;
        this.type = type;
        this.order = order;
    }

    static Container wave() {
        return wave("RIFF");
    }

    static Container wave(String form) {
        return new Container(form, "WAVE", ByteOrder.LITTLE_ENDIAN);
    }

    static Container aiff(String type) {
        return new Container("FORM", type, ByteOrder.BIG_ENDIAN);
    }

    Container chunk(String id, byte... content) {
        return chunk(id, content.length, content);
    }

    /** Appends a chunk that claims another size than it has; it is padded by what it has. */
    Container chunk(String id, long claimed, byte[] content) {
        body.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(
                ByteBuffer.allocate(4).order(order).putInt((int) claimed).array());
        body.writeBytes(content);
        if (content.length % 2 == 1) {
            body.write(0);
        }
        return this;
    }

    Container format(int tag, int channels, int rate, int bytesEach, int bits) {
        return chunk("fmt ", fields(16, tag, channels, rate, bytesEach, bits).array());
    }

    Container extensible(int tag, int channels, int bytesEach, int validBits) {
        return chunk(
                "fmt ",
                fields(40, 0xfffe, channels, RATE, bytesEach, 8 * bytesEach)
                        .putShort((short) 22)
                        .putShort((short) validBits)
                        .putInt((1 << channels) - 1)
                        .putShort((short) tag)
                        .put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
                        })
                        .array());
    }

    private ByteBuffer fields(int size, int tag, int channels, int rate, int bytesEach, int bits) {
        return ByteBuffer.allocate(size)
                .order(order)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * bytesEach)
                .putShort((short) (channels * bytesEach))
                .putShort((short) bits);
    }

    /** Appends what AIFF says of its sound; the compression only when there is one. */
    Container common(int channels, long frames, int bits, String compression) {
        var common = ByteBuffer.allocate(18 + (compression.isEmpty() ? 0 : 6))
                .putShort((short) channels)
                .putInt((int) frames)
                .putShort((short) bits)
                .putShort((short) (16383 + 15))
                .putLong((long) RATE << 48);
        if (!compression.isEmpty()) {
            common.put(compression.getBytes(StandardCharsets.US_ASCII));
        }
        return chunk("COMM", common.array());
    }

    Container sound(int offset, byte[] sound) {
        return chunk(
                "SSND",
                ByteBuffer.allocate(8 + offset + sound.length)
                        .putInt(offset)
                        .putInt(0)
                        .position(8 + offset)
                        .put(sound)
                        .array());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(12 + body.size())
                .order(order)
                .put(form.getBytes(StandardCharsets.US_ASCII))
                .putInt(form.equals("RIFF") || form.equals("FORM") ? 4 + body.size() : -1)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(body.toByteArray())
                .array();
    }
}

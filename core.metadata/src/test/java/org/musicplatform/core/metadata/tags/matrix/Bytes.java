package org.musicplatform.core.metadata.tags.matrix;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes from parts: arrays, texts in UTF-8, and numbers of 8, 16, 32 or 64 bits in one byte order. */
final class Bytes {

    private Bytes() {}

    static byte[] big(Object... parts) {
        return of(ByteOrder.BIG_ENDIAN, parts);
    }

    static byte[] little(Object... parts) {
        return of(ByteOrder.LITTLE_ENDIAN, parts);
    }

    private static byte[] of(ByteOrder order, Object... parts) {
        var out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] raw) {
                out.writeBytes(raw);
            } else if (part instanceof Byte number) {
                out.write(number);
            } else if (part instanceof Short number) {
                out.writeBytes(
                        ByteBuffer.allocate(2).order(order).putShort(number).array());
            } else if (part instanceof Integer number) {
                out.writeBytes(
                        ByteBuffer.allocate(4).order(order).putInt(number).array());
            } else if (part instanceof Long number) {
                out.writeBytes(
                        ByteBuffer.allocate(8).order(order).putLong(number).array());
            } else {
                out.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] repeated(byte[] unit, int times) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(unit);
        }
        return out.toByteArray();
    }
}

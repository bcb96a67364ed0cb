package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureHeaderTest {

    private static ByteBuffer begun(String magic, ByteOrder order) {
        return ByteBuffer.allocate(64).order(order).put(magic.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] png(int width, int height) {
        return begun("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", ByteOrder.BIG_ENDIAN)
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] jpeg() {
        return begun(
                        "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0\u00ff\u00c2\0\u0011\b",
                        ByteOrder.BIG_ENDIAN)
                .putShort((short) 600)
                .putShort((short) 40_000)
                .array();
    }

    private static byte[] webp(String form, int at, int... values) {
        var bytes = begun("RIFF\0\0\0\0WEBP" + form, ByteOrder.LITTLE_ENDIAN).position(at);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    private static byte[] gif() {
        return begun("GIF89a", ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 300)
                .putShort((short) 200)
                .array();
    }

    private static byte[] bmp(int width, int height) {
        return begun("BM", ByteOrder.LITTLE_ENDIAN)
                .position(18)
                .putInt(width)
                .putInt(height)
                .array();
    }

    @Test
    void type_and_size_are_read_from_the_first_bytes_whatever_a_name_says() {
        assertEquals(new PictureHeader("image/png", 300, 200), PictureHeader.of(png(300, 200)));
        assertEquals(new PictureHeader("image/jpeg", 40_000, 600), PictureHeader.of(jpeg()));
        assertEquals(new PictureHeader("image/gif", 300, 200), PictureHeader.of(gif()));
        assertEquals(new PictureHeader("image/bmp", 300, 200), PictureHeader.of(bmp(300, -200))); // from the top
        assertEquals(new PictureHeader("image/webp", 258, 2), PictureHeader.of(webp("VP8X", 24, 1, 1, 0, 1, 0, 0)));
        assertEquals(new PictureHeader("image/webp", 300, 200), PictureHeader.of(webp("VP8 ", 26, 44, 1, 200, 0)));
        assertEquals(new PictureHeader("image/webp", 300, 200), PictureHeader.of(webp("VP8L", 21, 43, 193, 49, 0)));
        assertTrue(PictureHeader.of("....ftypavif....".getBytes(StandardCharsets.US_ASCII))
                .isPicture());
    }

    @Test
    void sizes_that_cannot_be_are_not_believed() {
        for (byte[] hostile :
                List.of(png(-1, -1), png(0, 0), bmp(Integer.MIN_VALUE, Integer.MIN_VALUE), bmp(1 << 21, 0))) {
            var header = PictureHeader.of(hostile);
            assertEquals(0, header.width(), header::toString);
            assertEquals(0, header.height(), header::toString);
        }
    }

    @Test
    void what_is_no_picture_is_none() {
        for (String text :
                List.of("", "x", "MZ executable", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<html></html>")) {
            assertTrue(
                    !PictureHeader.of(text.getBytes(StandardCharsets.US_ASCII)).isPicture(), text);
        }
    }

    @Test
    void no_cut_and_no_changed_byte_does_harm() {
        var random = new Random(7);
        for (byte[] whole : List.of(
                png(3, 2), jpeg(), gif(), bmp(3, 2), webp("VP8X", 24, 1), webp("VP8L", 21, 1), webp("VP8 ", 26, 1))) {
            for (int length = 0; length <= whole.length; length++) {
                PictureHeader.of(Arrays.copyOf(whole, length));
            }
            for (int i = 0; i < 5_000; i++) {
                var changed = Arrays.copyOf(whole, 12 + random.nextInt(whole.length - 12));
                for (int k = 0; k < 4; k++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                PictureHeader.of(changed);
            }
        }
    }

    @Test
    void a_jpeg_of_nothing_but_segments_is_walked_no_further_than_the_limit() {
        var bytes = new byte[2 << 20];
        Arrays.fill(bytes, (byte) 0xff);
        bytes[1] = (byte) 0xd8;
        assertEquals(new PictureHeader("image/jpeg", 0, 0), PictureHeader.of(bytes));
    }
}

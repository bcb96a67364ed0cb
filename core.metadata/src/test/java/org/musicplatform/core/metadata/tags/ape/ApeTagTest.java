package org.musicplatform.core.metadata.tags.ape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;

class ApeTagTest {

    /** One second of True Audio by its header alone. */
    private static final byte[] SOUND =
            joined(ascii("TTA1"), little((short) 1, (short) 2, (short) 16), little(44_100, 44_100, 0), new byte[200]);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] little(int... values) {
        var buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(buffer::putInt);
        return buffer.array();
    }

    private static byte[] little(short... values) {
        var buffer = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (short value : values) {
            buffer.putShort(value);
        }
        return buffer.array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] item(String key, int kind, byte[] value) {
        return joined(little(value.length, kind << 1), ascii(key + "\0"), value);
    }

    private static byte[] tag(int count, byte[]... items) {
        byte[] all = joined(items);
        return joined(all, ascii("APETAGEX"), little(2000, all.length + 32, count, 0, 0, 0));
    }

    private static TagReading read(byte[]... parts) throws IOException {
        return new NativeTagReader().read(new BytesContentReader(joined(parts)), "a.tta");
    }

    @Test
    void items_have_several_values_and_any_case_and_pictures_a_name() throws Exception {
        byte[] picture = joined(ascii("front.png\0"), new byte[] {(byte) 0x89}, ascii("PNG"), new byte[20]);
        var reading = read(
                SOUND,
                tag(
                        4,
                        item("TITLE", 0, ascii("Regen")),
                        item("Artist", 0, ascii("Ella\0Louis")),
                        item("Track", 0, ascii("3/12")),
                        item("Cover Art (Front)", 1, picture)));
        assertEquals("Regen", reading.tags().first(TagField.TITLE));
        assertEquals(List.of("Ella", "Louis"), reading.tags().all(TagField.ARTISTS));
        assertEquals(12, reading.tags().number(TagField.TRACK_TOTAL));
        assertEquals("image/png", reading.pictures().get(0).mediaType());
        assertEquals(3, reading.pictures().get(0).type());
        assertEquals(Duration.ofSeconds(1), reading.properties().duration());
    }

    @Test
    void a_tag_lies_before_id3v1_which_only_adds_what_it_lacks() throws Exception {
        byte[] whole = Fixtures.bytes(Fixtures.ID3V1);
        byte[] version1 = Arrays.copyOfRange(whole, whole.length - 128, whole.length);
        var tags = read(
                        SOUND,
                        tag(1, item("Title", 0, ascii("A title that is longer than thirty characters"))),
                        version1)
                .tags();
        assertEquals("A title that is longer than thirty characters", tags.first(TagField.TITLE));
        assertEquals(Fixtures.ALBUM, tags.first(TagField.ALBUM));
    }

    @Test
    void a_tag_that_lies_about_its_items_is_told_and_the_rest_kept() throws Exception {
        byte[] lying = joined(little(0x7fffffff, 0), ascii("Album\0cut"));
        var reading = read(SOUND, tag(2, item("Title", 0, ascii("Regen")), lying));
        assertEquals("Regen", reading.tags().first(TagField.TITLE));
        assertEquals(List.of("The APE tag is damaged."), reading.warnings());
    }
}

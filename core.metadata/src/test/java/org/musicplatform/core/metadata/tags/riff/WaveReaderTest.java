package org.musicplatform.core.metadata.tags.riff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.testkit.source.BytesContentReader;

class WaveReaderTest {

    private static final byte[] STEREO_24_BIT = format(1, 2, 48_000, 6, 24);

    private static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] raw) {
                out.writeBytes(raw);
            } else if (part instanceof Integer number) {
                out.writeBytes(little(4).putInt(number).array());
            } else if (part instanceof Long number) {
                out.writeBytes(little(8).putLong(number).array());
            } else {
                out.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] chunk(String id, Object... content) {
        byte[] body = bytes(content);
        return bytes(id, body.length, body, new byte[body.length & 1]);
    }

    private static byte[] format(int tag, int channels, int rate, int align, int bits) {
        return chunk(
                "fmt ",
                little(16)
                        .putShort((short) tag)
                        .putShort((short) channels)
                        .putInt(rate)
                        .putInt(rate * align)
                        .putShort((short) align)
                        .putShort((short) bits)
                        .array());
    }

    private static TagReading read(Object... parts) throws IOException {
        return new NativeTagReader().read(new BytesContentReader(bytes(parts)), "a.wav");
    }

    @Test
    void sizes_of_64_bits_are_told_in_a_chunk_of_their_own() throws Exception {
        byte[] sizes = chunk("ds64", 0L, 4_800L * 6, 4_800L, 0);
        var reading = read(
                "RF64",
                -1,
                "WAVE",
                sizes,
                STEREO_24_BIT,
                "data",
                -1,
                new byte[4_800 * 6],
                chunk("LIST", "INFO", chunk("INAM", "Rain\0")));
        assertEquals(Duration.ofMillis(100), reading.properties().duration());
        assertEquals(24, reading.properties().bitsPerSample());
        assertEquals("RF64", reading.properties().container());
        assertEquals("Rain", reading.tags().first(TagField.TITLE));
    }

    @Test
    void sound_whose_size_was_never_filled_in_goes_to_the_end() throws Exception {
        var reading = read("RIFF", -1, "WAVE", STEREO_24_BIT, "data", -1, new byte[9_600 * 6]);
        assertEquals(Duration.ofMillis(200), reading.properties().duration());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void an_odd_chunk_may_lack_its_padding() throws Exception {
        byte[] odd = bytes("junk", 3, "abc");
        var reading = read("RIFF", 100, "WAVE", odd, STEREO_24_BIT, chunk("data", new byte[4_800 * 6]));
        assertEquals(Duration.ofMillis(100), reading.properties().duration());
    }

    @Test
    void cut_sound_is_as_long_as_what_is_there_and_told() throws Exception {
        var reading = read("RIFF", 100, "WAVE", STEREO_24_BIT, "data", 48_000 * 6, new byte[4_800 * 6]);
        assertEquals(Duration.ofMillis(100), reading.properties().duration());
        assertEquals(List.of("The sound of the file is cut."), reading.warnings());
    }

    @Test
    void what_broadcasters_note_is_kept() throws Exception {
        byte[] extension = new byte[602];
        System.arraycopy("Evening news".getBytes(StandardCharsets.US_ASCII), 0, extension, 0, 12);
        System.arraycopy("2019-05-04".getBytes(StandardCharsets.US_ASCII), 0, extension, 320, 10);
        var tags = read("RIFF", 100, "WAVE", chunk("bext", extension), STEREO_24_BIT, chunk("data", new byte[6]))
                .tags();
        assertEquals(List.of("Evening news"), tags.raw().get("bext:Description"));
        assertEquals("2019-05-04", tags.first(TagField.RECORDING_DATE));
    }

    @Test
    void a_file_without_a_format_is_refused_in_words() {
        var refused =
                assertThrows(MetadataException.class, () -> read("RIFF", 100, "WAVE", chunk("data", new byte[6])));
        assertEquals(MetadataException.CORRUPT, refused.code());
    }
}

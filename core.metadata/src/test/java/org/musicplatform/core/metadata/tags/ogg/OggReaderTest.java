package org.musicplatform.core.metadata.tags.ogg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;

class OggReaderTest {

    private static TagReading read(byte[] bytes) throws IOException {
        return new NativeTagReader().read(new BytesContentReader(bytes), "tone.ogg");
    }

    /** Changes every page of a file. */
    private static byte[] pages(byte[] bytes, Consumer<Integer> change) {
        for (int at = 0; at + 27 < bytes.length; at++) {
            if (bytes[at] == 'O' && bytes[at + 1] == 'g' && bytes[at + 2] == 'g' && bytes[at + 3] == 'S') {
                change.accept(at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] withSerial(String name, int serial) {
        byte[] bytes = Fixtures.bytes(name);
        return pages(bytes, at -> bytes[at + 14] = (byte) serial);
    }

    @Test
    void links_of_a_chain_are_added_up_and_the_first_tells_the_tags() throws Exception {
        long one = read(Fixtures.bytes("tone.ogg")).properties().duration().toMillis();
        var chain = read(joined(withSerial("tone.ogg", 1), withSerial("tone.ogg", 2), withSerial("tone.ogg", 3)));
        assertEquals(3 * one, chain.properties().duration().toMillis(), 2);
        assertFalse(chain.properties().durationEstimated());
        assertEquals(Fixtures.TITLE, chain.tags().first(TagField.TITLE));
    }

    @Test
    void a_stream_of_another_kind_before_the_sound_is_passed_over() throws Exception {
        byte[] skeleton = new byte[27 + 1 + 64];
        System.arraycopy(new byte[] {'O', 'g', 'g', 'S', 0, 2}, 0, skeleton, 0, 6);
        skeleton[14] = 99;
        skeleton[26] = 1;
        skeleton[27] = 64;
        System.arraycopy("fishead".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, skeleton, 28, 7);
        var reading = read(joined(skeleton, Fixtures.bytes("tone.ogg")));
        assertEquals("Vorbis", reading.properties().codec());
        assertEquals(Fixtures.TITLE, reading.tags().first(TagField.TITLE));
    }

    @Test
    void a_picture_in_the_comments_is_read_over_pages() throws Exception {
        for (var encoder : List.of(Base64.getEncoder(), Base64.getMimeEncoder())) {
            // sizes that leave none, one and two bytes for the last group
            for (int size = 100_000; size < 100_003; size++) {
                byte[] png = picture(size);
                byte[] structure = structure(png);
                byte[] stream = withComments("TITLE=Regen", comment(encoder.encodeToString(structure)), "ARTIST=Ella");
                var reading = read(stream);
                assertEquals("Regen", reading.tags().first(TagField.TITLE));
                assertEquals("Ella", reading.tags().first(TagField.ARTIST));
                assertEquals(256, reading.pictures().get(0).width());
                assertEquals(7, reading.pictures().get(0).height());
                assertEquals(size, reading.pictures().get(0).size());
                byte[] saved = new NativeTagReader().readPicture(new BytesContentReader(stream), "tone.opus", 0);
                assertArrayEquals(png, saved);
            }
        }
    }

    @Test
    void a_picture_that_is_no_base64_costs_the_picture_alone() throws Exception {
        String text = Base64.getEncoder().encodeToString(structure(picture(5_000)));
        for (String damaged : List.of("!" + text.substring(1), text.substring(0, 4), "%%%%", "=")) {
            var reading = read(withComments("TITLE=Regen", comment(damaged), "ARTIST=Ella"));
            assertEquals("Ella", reading.tags().first(TagField.ARTIST));
            assertEquals(List.of(), reading.pictures());
            assertEquals(1, reading.warnings().size());
        }
    }

    private static String comment(String base64) {
        return "METADATA_BLOCK_PICTURE=" + base64;
    }

    /** A PNG of 256 by 7 as far as its first bytes tell. */
    private static byte[] picture(int size) {
        byte[] png = new byte[size];
        new java.util.Random(size).nextBytes(png);
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, png, 0, 4);
        System.arraycopy(new byte[] {0, 0, 1, 0, 0, 0, 0, 7}, 0, png, 16, 8);
        return png;
    }

    /** Type 3, "image/png", no text, dimensions, data. */
    private static byte[] structure(byte[] png) {
        return joined(
                new byte[] {0, 0, 0, 3, 0, 0, 0, 9},
                "image/png".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                new byte[20],
                new byte[] {0, (byte) (png.length >> 16), (byte) (png.length >> 8), (byte) png.length},
                png);
    }

    /** An Opus stream of two header packets, the second over as many pages as it takes, and one page of sound. */
    private static byte[] withComments(String... comments) {
        var packet = new ByteArrayOutputStream();
        packet.writeBytes("OpusTags".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        packet.writeBytes(le(0));
        packet.writeBytes(le(comments.length));
        for (String comment : comments) {
            packet.writeBytes(le(comment.length()));
            packet.writeBytes(comment.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        byte[] head = joined(
                "OpusHead".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                new byte[] {1, 2, 56, 1, (byte) 0x80, (byte) 0xbb, 0, 0, 0, 0, 0});
        var file = new ByteArrayOutputStream();
        file.writeBytes(page(2, 0, head, true));
        byte[] tags = packet.toByteArray();
        int whole = 255 * 255;
        for (int at = 0; at <= tags.length; at += whole) {
            int end = Math.min(tags.length, at + whole);
            file.writeBytes(page(
                    at == 0 ? 0 : 1,
                    end == tags.length ? 0 : -1,
                    Arrays.copyOfRange(tags, at, end),
                    end == tags.length));
        }
        file.writeBytes(page(4, 48_312, new byte[10], true));
        return file.toByteArray();
    }

    private static byte[] le(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    private static byte[] page(int flags, long granule, byte[] body, boolean ends) {
        int full = body.length / 255;
        byte[] lacing = new byte[ends ? full + 1 : full];
        Arrays.fill(lacing, (byte) 255);
        if (ends) {
            lacing[full] = (byte) (body.length % 255);
        }
        byte[] header = new byte[27];
        System.arraycopy(new byte[] {'O', 'g', 'g', 'S', 0, (byte) flags}, 0, header, 0, 6);
        for (int i = 0; i < 8; i++) {
            header[6 + i] = (byte) (granule >> 8 * i);
        }
        header[14] = 5;
        header[26] = (byte) lacing.length;
        return joined(header, lacing, body);
    }
}

package org.musicplatform.core.metadata.tags;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.metadata.TagReaderContractTest;
import org.musicplatform.core.testkit.source.BytesContentReader;

class NativeTagReaderTest extends TagReaderContractTest {

    private static final List<String> TAGGED = Fixtures.names().stream()
            .filter(name -> !name.equals(Fixtures.UNTAGGED))
            .toList();

    private final NativeTagReader reader = new NativeTagReader();

    @TempDir
    Path dir;

    @Override
    protected TagReader reader() {
        return reader;
    }

    @Override
    protected String id() {
        return NativeTagReader.ID;
    }

    @Override
    protected List<String> extensions() {
        return NativeTagReader.EXTENSIONS;
    }

    @Override
    protected Map<String, byte[]> samples() {
        var samples = new TreeMap<String, byte[]>();
        Fixtures.names().forEach(name -> samples.put(name, Fixtures.bytes(name)));
        return samples;
    }

    @Override
    protected long memory(int fileSize) {
        return 16L << 20;
    }

    private TagReading read(String name) throws IOException {
        return reader.read(new BytesContentReader(Fixtures.bytes(name)), name);
    }

    @ParameterizedTest
    @FieldSource("TAGGED")
    void every_format_gives_the_same_fields_as_far_as_it_has_them(String name) throws Exception {
        var reading = read(name);
        var tags = reading.tags();
        assertEquals(Fixtures.TITLE, tags.first(TagField.TITLE));
        assertEquals(List.of(Fixtures.ARTIST), tags.all(TagField.ARTIST));
        assertEquals(Fixtures.ALBUM, tags.first(TagField.ALBUM));
        assertEquals(3, tags.number(TagField.TRACK_NUMBER));
        assertEquals(List.of(Fixtures.DATE), tags.all(TagField.DATE));
        assertEquals(List.of(Fixtures.GENRE), tags.all(TagField.GENRE));
        boolean roomForMore = !name.equals(Fixtures.ID3V1);
        assertEquals(roomForMore ? Fixtures.ALBUM_ARTIST : null, tags.first(TagField.ALBUM_ARTIST));
        assertEquals(roomForMore ? 12 : null, tags.number(TagField.TRACK_TOTAL));
        assertEquals(roomForMore ? 1 : null, tags.number(TagField.DISC_NUMBER));
        assertEquals(roomForMore ? 2 : null, tags.number(TagField.DISC_TOTAL));
        long millis = reading.properties().duration().toMillis();
        assertTrue(millis >= 990 && millis <= 1050, () -> millis + " ms");
        assertEquals(1, reading.properties().channels());
        assertFalse(reading.properties().durationEstimated());
        assertTrue(reading.properties().sampleRate() >= 8_000);
    }

    @ParameterizedTest
    @FieldSource("org.musicplatform.core.testkit.media.Fixtures#WITH_PICTURES")
    void pictures_are_told_in_order_with_what_their_bytes_say(String name) throws Exception {
        var expected = List.of(
                new Picture(3, "image/png", 176, 24, 16, Fixtures.FRONT_COVER),
                new Picture(4, "image/jpeg", 981, 32, 20, ""));
        assertEquals(expected, read(name).pictures());
        byte[] back = reader.readPicture(new BytesContentReader(Fixtures.bytes(name)), name, 1);
        assertEquals(981, back.length);
        assertArrayEquals(new byte[] {(byte) 0xff, (byte) 0xd8}, Arrays.copyOf(back, 2));
        var none = assertThrows(
                MetadataException.class,
                () -> reader.readPicture(new BytesContentReader(Fixtures.bytes(name)), name, 2));
        assertEquals(MetadataException.NOT_FOUND, none.code());
    }

    @Test
    void a_file_without_tags_is_read_all_the_same() throws Exception {
        var reading = read(Fixtures.UNTAGGED);
        assertNull(reading.tags().first(TagField.TITLE));
        assertEquals(44_100, reading.properties().sampleRate());
    }

    @ParameterizedTest
    @MethodSource("org.musicplatform.core.testkit.media.Fixtures#names")
    void a_file_of_this_machine_reads_the_same_as_a_remote_one(String name) throws Exception {
        var local = new BytesContentReader(Fixtures.bytes(name)).localFile(Fixtures.copy(dir, name));
        assertEquals(read(name), reader.read(local, name));
    }

    @Test
    void the_format_is_told_from_the_bytes_whatever_the_name() throws Exception {
        var flac = new BytesContentReader(Fixtures.bytes("tone.flac"));
        assertEquals("FLAC", reader.read(flac, "tone.mp3").properties().codec());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone-aac.m4a", "tone.aiff", "tone.wav", "tone.flac", "tone.mp3", "tone.wma"})
    void what_other_programs_left_behind_the_end_does_no_harm(String name) throws Exception {
        byte[] good = Fixtures.bytes(name);
        byte[] longer = Arrays.copyOf(good, good.length + 128);
        byte[] id3v1 = Fixtures.bytes(Fixtures.ID3V1);
        System.arraycopy(id3v1, id3v1.length - 128, longer, good.length, 128);
        var reading = reader.read(new BytesContentReader(longer), name);
        assertEquals(Fixtures.TITLE, reading.tags().first(TagField.TITLE));
        assertEquals(Fixtures.ALBUM_ARTIST, reading.tags().first(TagField.ALBUM_ARTIST));
    }

    @Test
    void without_a_count_of_frames_small_files_are_walked() throws Exception {
        String text = new String(Fixtures.bytes("tone.mp3"), StandardCharsets.ISO_8859_1);
        byte[] bytes = text.replace("Info", "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        var properties = reader.read(new BytesContentReader(bytes), "tone.mp3").properties();
        assertFalse(properties.durationEstimated());
        // one frame more, which was the encoder's, and nothing trimmed
        assertEquals(1071, properties.duration().toMillis(), 60);
    }

    @Test
    void a_flac_stream_that_does_not_tell_its_length_is_measured_by_its_last_frame() throws Exception {
        byte[] bytes = Fixtures.bytes("tone.flac");
        var known = reader.read(new BytesContentReader(bytes), "tone.flac").properties();
        bytes[21] &= (byte) 0xf0; // the number of samples: 36 bits from here
        Arrays.fill(bytes, 22, 26, (byte) 0);
        var measured = reader.read(new BytesContentReader(bytes), "tone.flac").properties();
        assertEquals(known.duration(), measured.duration());
    }

    @Test
    void a_good_file_costs_few_reads() throws Exception {
        for (String name : Fixtures.names()) {
            var content = new BytesContentReader(Fixtures.bytes(name)).localFile(Fixtures.copy(dir, name));
            reader.read(content, name);
            assertTrue(content.reads() <= 4, () -> name + ": " + content.reads());
        }
    }
}

package org.musicplatform.metadata.jaudiotagger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.metadata.TagReaderContractTest;
import org.musicplatform.core.testkit.source.BytesContentReader;

class JAudioTaggerReaderTest extends TagReaderContractTest {

    private static final List<String> TAGGED = Fixtures.names().stream()
            .filter(name -> !name.equals("tone.opus") && !name.equals(Fixtures.UNTAGGED))
            .toList();

    @TempDir
    Path dir;

    @Override
    protected TagReader reader() {
        return new JAudioTaggerReader();
    }

    @Override
    protected String id() {
        return JAudioTaggerReader.ID;
    }

    @Override
    protected List<String> extensions() {
        return List.of("mp3", "flac", "ogg", "m4a", "wav", "aiff", "wma");
    }

    @Override
    protected Map<String, byte[]> samples() {
        var samples = new TreeMap<String, byte[]>();
        TAGGED.forEach(name -> samples.put(name, Fixtures.bytes(name)));
        samples.put(Fixtures.UNTAGGED, Fixtures.bytes(Fixtures.UNTAGGED));
        return samples;
    }

    @Override
    protected long memory(int fileSize) {
        // little is held at once, but the library makes new buffers at every place where a frame might begin
        return 256L << 20;
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
        assertEquals(name.equals("tone.ogg") ? "Lavc libvorbis" : null, tags.first(TagField.ENCODER));
        boolean roomForMore = !name.equals(Fixtures.ID3V1);
        assertEquals(roomForMore ? Fixtures.ALBUM_ARTIST : null, tags.first(TagField.ALBUM_ARTIST));
        assertEquals(roomForMore ? 12 : null, tags.number(TagField.TRACK_TOTAL));
        assertEquals(roomForMore ? 1 : null, tags.number(TagField.DISC_NUMBER));
        assertEquals(roomForMore ? 2 : null, tags.number(TagField.DISC_TOTAL));
        long millis = reading.properties().duration().toMillis();
        assertTrue(millis >= 950 && millis <= 1150, () -> millis + " ms");
        assertEquals(1, reading.properties().channels());
    }

    @ParameterizedTest
    @FieldSource("org.musicplatform.core.testkit.media.Fixtures#WITH_PICTURES")
    void pictures_are_told_in_order_with_what_their_bytes_say(String name) throws Exception {
        var expected = List.of(
                new Picture(3, "image/png", 176, 24, 16, Fixtures.FRONT_COVER),
                new Picture(4, "image/jpeg", 981, 32, 20, ""));
        assertEquals(expected, read(name).pictures());
    }

    @Test
    void a_file_without_tags_is_read_all_the_same() throws Exception {
        var reading = read(Fixtures.UNTAGGED);
        assertNull(reading.tags().first(TagField.TITLE));
        assertEquals(44_100, reading.properties().sampleRate());
    }

    @Test
    void a_file_of_this_machine_reads_the_same_as_a_remote_one() throws Exception {
        var local = new BytesContentReader(Fixtures.bytes("tone.mp3")).localFile(Fixtures.copy(dir, "tone.mp3"));
        assertEquals(read("tone.mp3"), reader().read(local, "tone.mp3"));
    }

    @Test
    void no_copy_of_a_remote_file_stays() throws Exception {
        var reader = new JAudioTaggerReader(dir);
        reader.read(new BytesContentReader(Fixtures.bytes("tone.mp3")), "tone.mp3");
        var cut = new BytesContentReader(Arrays.copyOf(Fixtures.bytes("tone.flac"), 20));
        assertThrows(MetadataException.class, () -> reader.read(cut, "tone.flac"));
        var lost = new BytesContentReader(Fixtures.bytes("tone.wav")).failFrom(9000, new IOException("lost"));
        assertThrows(IOException.class, () -> reader.read(lost, "tone.wav"));
        try (var files = Files.list(dir)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void the_format_is_told_from_the_bytes_whatever_the_name() throws Exception {
        var flac = new BytesContentReader(Fixtures.bytes("tone.flac"));
        assertEquals("FLAC", reader().read(flac, "tone.mp3").properties().codec());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone-aac.m4a", "tone.aiff", "tone.wav", "tone.flac", "tone.mp3", "tone.wma"})
    void what_other_programs_left_behind_the_end_does_no_harm(String name) throws Exception {
        byte[] good = Fixtures.bytes(name);
        byte[] longer = Arrays.copyOf(good, good.length + 128);
        byte[] id3v1 = Fixtures.bytes(Fixtures.ID3V1);
        System.arraycopy(id3v1, id3v1.length - 128, longer, good.length, 128);
        var reading = reader().read(new BytesContentReader(longer), name);
        assertEquals(Fixtures.TITLE, reading.tags().first(TagField.TITLE));
        assertEquals(Fixtures.ALBUM_ARTIST, reading.tags().first(TagField.ALBUM_ARTIST));
    }

    @Test
    void a_format_that_cannot_be_read_is_called_by_its_name() {
        var refused = assertThrows(MetadataException.class, () -> read("tone.opus"));
        assertEquals(MetadataException.UNSUPPORTED_FORMAT, refused.code());
        assertTrue(refused.getMessage().contains("Opus"), refused::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"fLaC, FLAC", "Opus, Opus", "ac-3, AC-3", "ec-3, E-AC-3"})
    void a_codec_in_mp4_that_cannot_be_read_is_called_by_its_name(String atom, String codec) {
        byte[] bytes = replaced(Fixtures.bytes("tone-aac.m4a"), "mp4a", atom);
        var refused =
                assertThrows(MetadataException.class, () -> reader().read(new BytesContentReader(bytes), "tone.m4a"));
        assertEquals(MetadataException.UNSUPPORTED_FORMAT, refused.code());
        assertEquals("The format " + codec + " in MP4 cannot be read yet.", refused.getMessage());
    }

    private static byte[] replaced(byte[] bytes, String old, String other) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(old), old);
        return text.replace(old, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_duration_is_estimated_when_no_header_tells_it() throws Exception {
        assertFalse(read("tone.mp3").properties().durationEstimated());
        byte[] bytes = replaced(Fixtures.bytes("tone.mp3"), "Info", "\0\0\0\0");
        var headless = reader().read(new BytesContentReader(bytes), "tone.mp3");
        assertTrue(headless.properties().durationEstimated());
    }

    private TagReading read(String name) throws IOException {
        return reader().read(new BytesContentReader(Fixtures.bytes(name)), name);
    }
}

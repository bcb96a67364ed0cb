package org.musicplatform.core.metadata.tags.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.Chapter;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.testkit.source.BytesContentReader;

class Mp4ReaderTest {

    private static final byte[] TYPE = box("ftyp", "M4A \0\0\0\0");

    private static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] raw) {
                out.writeBytes(raw);
            } else if (part instanceof Integer number) {
                out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
            } else if (part instanceof Long number) {
                out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
            } else {
                out.writeBytes(part.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    private static byte[] box(String type, Object... content) {
        byte[] body = bytes(content);
        return bytes(body.length + 8, type, body);
    }

    private static byte[] item(String type, int kind, Object... value) {
        return box(type, box("data", kind, 0, bytes(value)));
    }

    private static byte[] freeform(String name, String value) {
        return box("----", box("mean", 0, "com.apple.iTunes"), box("name", 0, name), box("data", 1, 0, value));
    }

    private static byte[] metadata(Object... items) {
        return box("meta", 0, box("hdlr", 0, 0, "mdirappl", 0, 0, "\0"), box("ilst", items));
    }

    /** A track of ALAC at 48 kHz with so many frames. */
    private static byte[] track(int frames, byte[] edits) {
        byte[] entry = box(
                "alac",
                0,
                "\0\0\0\1",
                0,
                0,
                "\0\2\0\30",
                0,
                bytes(48_000 << 16),
                box("alac", 0, 4096, "\0\30", "\0\0\0\2", "\0\0", 0, 900_000, 48_000));
        byte[] table =
                box("stbl", box("stsd", 0, 1, entry), box("stts", 0, 1, frames / 100, 100), box("stsz", 0, 0, 0));
        return box(
                "trak",
                box("tkhd", 0, 0, 0, 7),
                edits,
                box(
                        "mdia",
                        box("mdhd", 0, 0, 0, 48_000, frames),
                        box("hdlr", 0, 0, "soun", 0, 0, 0),
                        box("minf", table)));
    }

    private static byte[] movie(Object... boxes) {
        return box("moov", box("mvhd", 0, 0, 0, 1000, 2000), bytes(boxes));
    }

    private static TagReading read(byte[]... parts) throws IOException {
        return new NativeTagReader().read(new BytesContentReader(bytes((Object[]) parts)), "a.m4a");
    }

    @Test
    void the_movie_may_lie_behind_sound_of_64_bit_size() throws Exception {
        byte[] sound = bytes(1, "mdat", 16L + 300_000, new byte[300_000]);
        var content = new BytesContentReader(bytes(TYPE, sound, movie(track(96_000, new byte[0]))));
        var properties = new NativeTagReader().read(content, "a.m4a").properties();
        assertEquals("ALAC", properties.codec());
        assertEquals(Duration.ofSeconds(2), properties.duration());
        assertEquals(48_000, properties.sampleRate());
        assertEquals(2, properties.channels());
        assertEquals(24, properties.bitsPerSample());
        assertEquals(2, content.reads(), "the sound is passed over");
    }

    @Test
    void an_edit_list_says_what_is_played() throws Exception {
        byte[] edits = box("edts", box("elst", 0, 1, 1000, 4800, 1 << 16));
        var properties = read(TYPE, movie(track(96_000, edits))).properties();
        assertEquals(Duration.ofSeconds(1), properties.duration());
        assertEquals(4800, properties.hints().delay());
    }

    @Test
    void items_have_text_numbers_pairs_and_names_of_their_own() throws Exception {
        var tags = read(
                        TYPE,
                        movie(
                                track(96_000, new byte[0]),
                                box(
                                        "udta",
                                        metadata(
                                                item("\u00a9nam", 1, "Rain"),
                                                box("\u00a9ART", box("data", 1, 0, "Ella"), box("data", 1, 0, "Louis")),
                                                item("trkn", 0, "\0\0\0\3\0\14\0\0"),
                                                item("tmpo", 21, "\0\170"),
                                                item("cpil", 21, "\1"),
                                                item("gnre", 0, "\0\22"),
                                                freeform("MusicBrainz Track Id", "id-1"),
                                                freeform("LABEL", "4AD")))))
                .tags();
        assertEquals("Rain", tags.first(TagField.TITLE));
        assertEquals(List.of("Ella", "Louis"), tags.all(TagField.ARTISTS));
        assertEquals(3, tags.number(TagField.TRACK_NUMBER));
        assertEquals(12, tags.number(TagField.TRACK_TOTAL));
        assertEquals("120", tags.first(TagField.BPM));
        assertEquals("1", tags.first(TagField.COMPILATION));
        assertEquals("Rock", tags.first(TagField.GENRE));
        assertEquals("id-1", tags.first(TagField.MUSICBRAINZ_RECORDING_ID));
        assertEquals("4AD", tags.first(TagField.LABEL));
    }

    @Test
    void chapters_of_nero_have_times_and_titles() throws Exception {
        byte[] chapters = box("chpl", "\1\0\0\0\0\0\0\0\2", 0L, "\3One", 15_000_000L, "\3Two");
        var reading = read(TYPE, movie(track(96_000, new byte[0]), box("udta", chapters)));
        assertEquals(
                List.of(new Chapter(Duration.ZERO, null, "One"), new Chapter(Duration.ofMillis(1500), null, "Two")),
                reading.chapters());
    }

    @Test
    void chapters_may_lie_in_a_text_track_that_the_sound_names() throws Exception {
        byte[] titles = box("mdat", "\0\3One", "....", "\0\14\u00fe\u00ff\0\124\0\167\0\157\0\041\0\041");
        byte[] table = box(
                "stbl",
                box("stts", 0, 2, 1, 500, 1, 1500),
                box("stsz", 0, 0, 2, 5, 14),
                box("stsc", 0, 1, 1, 1, 1),
                box("stco", 0, 2, TYPE.length + 8, TYPE.length + 8 + 9));
        byte[] text = box(
                "trak",
                box("tkhd", 0, 0, 0, 9),
                box("mdia", box("mdhd", 0, 0, 0, 1000, 2000), box("hdlr", 0, 0, "text", 0, 0, 0), box("minf", table)));
        byte[] sound = track(96_000, box("tref", box("chap", 9)));
        var reading = read(TYPE, titles, movie(sound, text));
        assertEquals(
                List.of(
                        new Chapter(Duration.ZERO, Duration.ofMillis(500), "One"),
                        new Chapter(Duration.ofMillis(500), Duration.ofSeconds(2), "Two!!")),
                reading.chapters());
    }

    @Test
    void what_itunes_notes_of_its_silence_is_no_music_where_no_edit_says_so() throws Exception {
        byte[] note = box("udta", metadata(freeform("iTunSMPB", " 00000000 00000840 000001C0 0000000000016E00")));
        var properties = read(TYPE, movie(track(96_000, new byte[0]), note)).properties();
        assertEquals(Duration.ofMillis(2000 - Math.round((0x840 + 0x1c0) / 48.0)), properties.duration());
        byte[] edits = box("edts", box("elst", 0, 1, 1000, 4800, 1 << 16));
        assertEquals(
                Duration.ofSeconds(1),
                read(TYPE, movie(track(96_000, edits), note)).properties().duration());
    }

    @Test
    void fragments_are_added_up() throws Exception {
        byte[] extends_ = box("mvex", box("trex", 0, 7, 1, 1024, 0, 0));
        byte[] run = box("trun", 0, 47);
        byte[] fragment = box("moof", box("traf", box("tfhd", 0, 7), run));
        var reading =
                read(TYPE, movie(track(0, new byte[0]), extends_), fragment, box("mdat", 0), fragment, box("mdat", 0));
        assertEquals(
                Duration.ofMillis(Math.round(2 * 47 * 1024 / 48.0)),
                reading.properties().duration());
    }

    @Test
    void a_box_that_lies_about_its_size_ends_with_its_parent() throws Exception {
        byte[] movie = movie(track(96_000, new byte[0]), box("udta", metadata(item("\u00a9nam", 1, "Kept"))));
        movie[0] = 0x7f;
        var reading = read(TYPE, movie);
        assertEquals("Kept", reading.tags().first(TagField.TITLE));
        assertEquals(List.of("The file ends before what it says it holds."), reading.warnings());
    }

    @Test
    void a_file_without_a_movie_is_refused_in_words() {
        var refused = assertThrows(MetadataException.class, () -> read(TYPE, box("mdat", 0)));
        assertEquals(MetadataException.CORRUPT, refused.code());
    }
}

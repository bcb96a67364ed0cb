package org.musicplatform.core.metadata.tags.id3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.Chapter;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.testkit.source.BytesContentReader;

class Id3v2ReaderTest {

    private static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer b) {
                out.write(b);
            } else if (part instanceof byte[] raw) {
                out.writeBytes(raw);
            } else {
                out.writeBytes(part.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    private static byte[] u32(long value) {
        return bytes((int) (value >> 24), (int) (value >> 16), (int) (value >> 8), (int) value);
    }

    private static byte[] synchsafe(int value) {
        return bytes(value >> 21 & 0x7f, value >> 14 & 0x7f, value >> 7 & 0x7f, value & 0x7f);
    }

    private static byte[] frame(String id, Object... body) {
        byte[] content = bytes(body);
        return bytes(id, synchsafe(content.length), 0, 0, content);
    }

    private static byte[] tag(int version, int flags, Object... frames) {
        byte[] body = bytes(frames);
        return bytes("ID3", version, 0, flags, synchsafe(body.length), body);
    }

    private static TagReading read(byte[] tag) throws IOException {
        return read(tag, new Draft("test"));
    }

    private static TagReading read(byte[] tag, Draft draft) throws IOException {
        var bytes = new ContentBytes(new BytesContentReader(tag), new byte[ContentBytes.WINDOW]);
        assertTrue(Id3v2Reader.isAt(bytes, 0));
        assertEquals(tag.length, Id3v2Reader.read(bytes, 0, tag.length, draft));
        return draft.reading(texts -> StandardCharsets.ISO_8859_1);
    }

    @Test
    void several_values_are_single_artists_and_one_text_to_show() throws Exception {
        var tags = read(tag(4, 0, frame("TPE1", 3, "Ella\0Louis"))).tags();
        assertEquals(List.of("Ella", "Louis"), tags.all(TagField.ARTISTS));
        assertEquals(List.of("Ella, Louis"), tags.all(TagField.ARTIST));
        assertEquals(List.of("Ella", "Louis"), tags.raw().get("TPE1"));
    }

    @Test
    void people_have_roles_and_instruments() throws Exception {
        var tags = read(tag(4, 0, frame("TIPL", 3, "producer\0Ann\0DJ-mix\0Bob\0"), frame("TMCL", 3, "violin\0Carl\0")))
                .tags();
        assertEquals(List.of("Ann"), tags.all(TagField.PRODUCER));
        assertEquals(List.of("Bob"), tags.all(TagField.DJ_MIXER));
        assertEquals(List.of("Carl (violin)"), tags.all(TagField.PERFORMER));
    }

    @Test
    void old_dates_come_in_pieces() throws Exception {
        var tags = read(tag(3, 0, frame("TYER", 0, "1999"), frame("TDAT", 0, "3112"), frame("TORY", 0, "1971")))
                .tags();
        assertEquals("1999-12-31", tags.first(TagField.DATE));
        assertEquals("1971", tags.first(TagField.ORIGINAL_DATE));
    }

    @Test
    void frames_are_unpacked_and_zeros_that_keep_syncs_out_are_dropped() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(bytes(3, "Packed"));
        }
        byte[] body = bytes(synchsafe(7), packed.toByteArray());
        byte[] compressed = bytes("TIT2", synchsafe(body.length), 0, 0x09, body);
        assertEquals("Packed", read(tag(4, 0, compressed)).tags().first(TagField.TITLE));
        // 0xFF 0x00 stands for 0xFF: a text in UTF-16 has its mark that way
        byte[] marked = bytes(1, 0xff, 0, 0xfe, "R", 0, "a", 0);
        byte[] whole = bytes("TIT2", u32(marked.length - 1), 0, 0, marked);
        assertEquals("Ra", read(tag(3, 0x80, whole)).tags().first(TagField.TITLE));
    }

    @Test
    void stamps_of_lyrics_are_milliseconds_or_frames() throws Exception {
        byte[] millis = frame("SYLT", 3, "eng", 2, 1, 0, "\nRain ", 0, u32(1000), "falls", 0, u32(1500));
        var lyrics = read(tag(4, 0, millis)).lyrics().get(0);
        assertEquals("eng", lyrics.language());
        assertEquals("Rain falls", lyrics.lines().get(0).text());
        assertEquals(
                Duration.ofMillis(1500), lyrics.lines().get(0).words().get(1).start());
        byte[] frames = frame("SYLT", 3, "eng", 1, 1, 0, "Rain", 0, u32(100));
        var draft = new Draft("test");
        draft.sound().sampleRate(48_000).framesPerPacket(1152);
        assertEquals(
                Duration.ofMillis(2400),
                read(tag(4, 0, frames), draft).lyrics().get(0).lines().get(0).start());
    }

    @Test
    void unsynced_lyrics_keep_their_language_and_may_be_lrc() throws Exception {
        var reading = read(tag(4, 0, frame("USLT", 3, "isl", 0, "[00:01.00]Rigning")));
        assertEquals(
                new Lyrics.Line(Duration.ofSeconds(1), "Rigning", List.of()),
                reading.lyrics().get(0).lines().get(0));
        assertEquals("isl", reading.lyrics().get(0).language());
        assertEquals("[00:01.00]Rigning", reading.tags().first(TagField.LYRICS));
    }

    @Test
    void chapters_have_times_and_titles() throws Exception {
        byte[] chapter = frame("CHAP", "c1", 0, u32(1000), u32(5000), u32(-1), u32(-1), frame("TIT2", 3, "Overture"));
        assertEquals(
                List.of(new Chapter(Duration.ofSeconds(1), Duration.ofSeconds(5), "Overture")),
                read(tag(4, 0, chapter)).chapters());
    }

    @Test
    void ratings_are_per_cent() throws Exception {
        var tags = read(tag(3, 0, frame("POPM", "a@b", 0, 196, u32(12)))).tags();
        assertEquals("80", tags.first(TagField.RATING));
    }

    @Test
    void genres_may_be_numbers_and_joined() throws Exception {
        assertEquals(
                List.of("Rock", "Indie"),
                read(tag(3, 0, frame("TCON", 0, "(17)/Indie"))).tags().all(TagField.GENRE));
        assertEquals(
                List.of("Pop/Funk"),
                read(tag(3, 0, frame("TCON", 0, "Pop/Funk"))).tags().all(TagField.GENRE));
    }

    @Test
    void a_frame_that_lies_about_its_size_costs_itself_alone() throws Exception {
        byte[] lying = bytes("TALB", u32(0x7fffffff), 0, 0, 0, "cut");
        var reading = read(tag(3, 0, frame("TIT2", 0, "Kept"), lying));
        assertEquals("Kept", reading.tags().first(TagField.TITLE));
        assertEquals(List.of("A frame of the ID3 tag is cut."), reading.warnings());
    }
}

package org.musicplatform.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.metadata.text.CharsetGuess;

/** Sheets, lyrics and pictures beside a file, as the service reads them. */
class CompanionsTest {

    private static final String SHEET = """
            PERFORMER "%1$s"
            TITLE "Album"
            FILE "disc.wav" WAVE
              TRACK 01 AUDIO
                TITLE "%2$s"
                INDEX 01 00:00:00
              TRACK 02 AUDIO
                TITLE "Two"
                INDEX 00 00:59:00
                INDEX 01 01:00:00
            """;

    private final Map<String, byte[]> files = new HashMap<>();
    private final MetadataEngine engine = new MetadataEngine(
            new FakeContent(files::get),
            () -> List.of(new Reader("test", List.of("flac"), (content, name) -> {
                var fields = new EnumMap<TagField, List<String>>(TagField.class);
                fields.put(TagField.GENRE, List.of("Jazz"));
                return new TagReading(
                        new AudioProperties("FLAC", "FLAC", Duration.ofSeconds(90), false, 900, 44_100, 2, 16),
                        new Tags(fields, Map.of()),
                        List.of(),
                        List.of(),
                        "test");
            })),
            CharsetGuess.of("auto"));

    @AfterEach
    void close() {
        engine.close();
    }

    private TagReading read(String name, String... sheets) throws Exception {
        files.put(name, new byte[1]);
        var refs = List.of(sheets).stream().map(FakeContent::file).toList();
        return engine.readTags(FakeContent.file(name), refs).get();
    }

    private void sheet(String name, String text, Charset charset) {
        files.put(name, text.getBytes(charset));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, Größe, Ночь",
        "UTF-16, Größe, Ночь",
        "UTF-16LE, Large, Night",
        "windows-1252, Größe, Ärger",
        "windows-1251, Кино, Группа крови",
        "KOI8-R, Кино, Группа крови",
        "windows-31j, 椎名林檎, 丸の内サディスティック",
        "GB18030, 王菲, 我的歌声里",
    })
    void the_sheet_beside_a_file_cuts_it_in_whatever_charset_it_is(String charset, String artist, String title)
            throws Exception {
        sheet("disc.cue", SHEET.formatted(artist, title), Charset.forName(charset));
        List<Clip> clips = read("disc.flac", "disc.cue").clips(); // the WAV of the sheet is a FLAC now
        assertEquals(2, clips.size());
        assertEquals(title, clips.get(0).tags().first(TagField.TITLE));
        assertEquals(artist, clips.get(0).tags().first(TagField.ARTIST));
        assertEquals("Jazz", clips.get(0).tags().first(TagField.GENRE));
        assertEquals(Duration.ofSeconds(60), clips.get(0).end());
    }

    @Test
    void a_sheet_for_other_files_leaves_this_one_whole() throws Exception {
        sheet("x.cue", SHEET.formatted("A", "B"), StandardCharsets.UTF_8);
        assertEquals(List.of(), read("other.flac", "x.cue").clips());
        assertEquals(2, read("x.flac", "x.cue").clips().size(), "the only file of a sheet of its name");
    }

    @Test
    void a_file_of_one_track_each_is_no_clip() throws Exception {
        sheet(
                "all.cue",
                "FILE \"01.flac\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"
                        + "FILE \"C:\\rip\\02.flac\" WAVE\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n"
                        + "TRACK 03 AUDIO\nINDEX 01 00:30:00\n",
                StandardCharsets.UTF_8);
        assertEquals(List.of(), read("01.flac", "all.cue").clips());
        assertEquals(2, read("02.FLAC", "all.cue").clips().size());
    }

    @Test
    void a_sheet_that_cannot_be_read_is_a_warning() throws Exception {
        files.put("huge.cue", new byte[(1 << 20) + 1]);
        var reading = read("disc.flac", "huge.cue");
        assertTrue(
                reading.warnings().get(0).contains("huge.cue is larger than the 1 MiB"), reading.warnings()::toString);
    }

    @Test
    void lyrics_beside_a_file_are_read_with_their_times() throws Exception {
        files.put("a.lrc", "[00:01.50]Группа крови\n[00:03.00]на рукаве\n".getBytes("windows-1251"));
        var lyrics = engine.readLyrics(FakeContent.file("a.lrc")).get();
        assertTrue(lyrics.synced());
        assertEquals("a.lrc", lyrics.origin());
        assertEquals("Группа крови", lyrics.lines().get(0).text());
        files.put("b.txt", "\uFEFFone\r\n\r\ntwo".getBytes(StandardCharsets.UTF_8));
        var plain = engine.readLyrics(FakeContent.file("b.txt")).get();
        assertEquals(
                List.of("one", "", "two"),
                plain.lines().stream().map(line -> line.text()).toList());
    }

    @Test
    void a_picture_is_what_its_bytes_are_and_shows_what_its_name_tells() throws Exception {
        byte[] gif = "GIF89a\u0003\0\u0002\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        files.put("Front.jpg", gif);
        var picture = engine.readPictureFile(FakeContent.file("Front.jpg")).get();
        assertEquals("image/gif", picture.picture().mediaType());
        assertEquals(3, picture.picture().type());
        assertEquals(3, picture.picture().width());
        assertEquals(gif.length, picture.bytes().length);
        files.put("cover.png", "no picture, whatever the name".getBytes(StandardCharsets.UTF_8));
        assertEquals(MetadataException.UNSUPPORTED_FORMAT, refused("cover.png"));
        files.put("cover.gif", new byte[3]);
        assertEquals(MetadataException.UNSUPPORTED_FORMAT, refused("cover.gif"));
    }

    private String refused(String name) {
        FileRef file = FakeContent.file(name);
        var thrown = assertThrows(
                ExecutionException.class, () -> engine.readPictureFile(file).get());
        return ((MetadataException) thrown.getCause()).code();
    }
}

package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;

/** Commands that look into the file of a track. */
class FileContentCommandsTest extends CommandRunner {

    private static final Lyrics.Line LINE = new Lyrics.Line(Duration.ofMillis(61_230), "Regen \u001b[31m", List.of());

    @TempDir
    Path dir;

    @BeforeEach
    void a_track_with_a_file() {
        holds(FileState.READY);
        core.answer("readTags", reading(List.of(new Lyrics(Lyrics.EMBEDDED, "deu", true, List.of(LINE)))));
        core.answer("readPicture", new byte[] {1, 2, 3});
    }

    private static TagReading reading(List<Lyrics> lyrics) {
        return new TagReading(
                AudioProperties.UNKNOWN,
                Tags.NONE,
                List.of(new Picture(4, "image/png", 3, 10, 20, ""), new Picture(3, "image/jpeg", 3, 0, 0, "Front")),
                lyrics,
                List.of(),
                List.of(),
                List.of(),
                "core");
    }

    private void holds(FileState state, Companion... companions) {
        var file = new TrackFile(
                new FileId(1),
                new FileRef(
                        new SourceAccount(new SourceId(1), "local", "/music", "music"),
                        "a.mp3",
                        "a.mp3",
                        ItemVersion.UNKNOWN),
                "a.mp3",
                null,
                state,
                "",
                null,
                AudioProperties.UNKNOWN,
                List.of(companions));
        core.answer(
                "track",
                new TrackDetails(CommandsTest.track("Regen"), List.of(), List.of(), List.of(file), Instant.EPOCH));
    }

    @Test
    void lyrics_are_printed_with_their_times_and_nothing_that_steers_a_terminal() {
        assertEquals(0, run("lyrics", "t42"));
        assertTrue(out().startsWith("[01:01.23] Regen "), this::out);
        assertTrue(out().indexOf('\u001b') < 0, this::out);
        assertEquals(0, run("--json", "lyrics", "t42"));
        assertTrue(
                out().contains(
                                "{\"origin\":\"embedded\",\"language\":\"deu\",\"synced\":true,\"lines\":[{\"start_ms\":61230,"),
                this::out);
    }

    @Test
    void the_front_cover_is_saved_wherever_it_stands_and_never_over_a_file() throws Exception {
        Path cover = dir.resolve("cover.jpg");
        assertEquals(0, run("artwork", "t42", "-o", cover.toString()));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(cover));
        assertTrue(core.calls.toString().contains("readPicture["), core.calls::toString);
        assertTrue(core.calls.toString().matches(".*readPicture\\[.*, 1].*"), core.calls::toString);
        Files.write(cover, new byte[] {9});
        assertEquals(1, run("artwork", "t42", "-o", cover.toString()));
        assertArrayEquals(new byte[] {9}, Files.readAllBytes(cover));
    }

    @Test
    void pictures_are_listed() {
        assertEquals(0, run("artwork", "t42"));
        assertTrue(out().contains("10 x 20"), this::out);
        assertTrue(out().contains("front cover"), this::out);
    }

    private static Companion beside(Companion.Kind kind, String name) {
        var source = new SourceAccount(new SourceId(1), "local", "/music", "music");
        return new Companion(kind, new FileRef(source, name, name, ItemVersion.UNKNOWN), name);
    }

    @Test
    void lyrics_with_times_beside_the_file_are_better_than_plain_ones_in_it() {
        var plain = new Lyrics.Line(null, "plain", List.of());
        core.answer("readTags", reading(List.of(new Lyrics(Lyrics.EMBEDDED, null, false, List.of(plain)))));
        assertEquals(0, run("lyrics", "t42"));
        assertTrue(out().contains("plain"), this::out);
        core.answer("readLyrics", new Lyrics("a.lrc", null, true, List.of(LINE)));
        holds(FileState.READY, beside(Companion.Kind.LYRICS, "a.lrc"));
        assertEquals(0, run("lyrics", "t42"));
        assertTrue(out().contains("[01:01.23] Regen"), this::out);
    }

    @Test
    void a_picture_beside_the_file_is_listed_behind_those_in_it_and_saved_by_its_number() throws Exception {
        var picture = new Picture(8, "image/webp", 2, 30, 40, "artist.webp");
        core.answer("readPictureFile", new PictureFile(picture, new byte[] {7, 8}));
        holds(FileState.READY, beside(Companion.Kind.IMAGE, "artist.webp"));
        assertEquals(0, run("artwork", "t42"));
        assertTrue(out().contains("3  type 8"), this::out);
        Path saved = dir.resolve("artist.webp");
        assertEquals(0, run("artwork", "t42", "--number", "3", "-o", saved.toString()));
        assertArrayEquals(new byte[] {7, 8}, Files.readAllBytes(saved));
    }

    @Test
    void lyrics_and_pictures_that_the_library_keeps_are_shown_with_a_track() {
        var picture =
                new StoredArtwork("ab01", "image/jpeg", 600, null, 5, new StoredArtwork.Use("front", "embedded", true));
        core.answer(
                "track",
                new TrackDetails(
                        CommandsTest.track("Regen"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        new Lyrics(Lyrics.EMBEDDED, null, true, List.of(LINE)),
                        List.of(picture)));
        assertEquals(0, run("show", "t42"));
        assertTrue(out().contains("lyrics  1 line with times"), this::out);
        assertTrue(out().contains("front   image/jpeg, 600 x ?"), this::out);
        assertEquals(0, run("--json", "show", "t42"));
        assertTrue(out().contains("\"lyrics\":{\"origin\":\"embedded\",\"language\":null,\"synced\":true"), this::out);
        assertTrue(
                out().contains("\"artwork\":[{\"hash\":\"ab01\",\"media_type\":\"image/jpeg\",\"width\":600"),
                this::out);
    }

    @Test
    void what_is_not_there_is_told() {
        assertEquals(
                1, run("artwork", "t42", "--number", "7", "-o", dir.resolve("x").toString()));
        assertTrue(err().contains("no picture 7"), this::err);
        assertEquals(2, run("lyrics", "rain"));
        holds(FileState.MISSING);
        assertEquals(1, run("lyrics", "t42"));
        assertTrue(err().contains("missing"), this::err);
    }
}

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
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.Lyrics;
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
        core.answer("lyricsOf", List.of());
        core.answer(
                "find",
                List.of(
                        picture("ab01", ArtworkKind.FRONT, StoredArtwork.EMBEDDED),
                        picture("ab02", ArtworkKind.BACK, StoredArtwork.FOLDER)));
        core.answer("readArtwork", new byte[] {1, 2, 3});
    }

    private static StoredArtwork picture(String hash, ArtworkKind kind, String origin) {
        boolean ofAlbum = origin.equals(StoredArtwork.FOLDER);
        return new StoredArtwork(hash, "image/png", 10, 20, 3, new StoredArtwork.Use(kind, origin, ofAlbum));
    }

    private static TagReading reading(List<Lyrics> lyrics) {
        return new TagReading(
                AudioProperties.UNKNOWN, Tags.NONE, List.of(), lyrics, List.of(), List.of(), List.of(), "core");
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
    void the_best_picture_is_saved_or_the_one_with_a_number_and_never_over_a_file() throws Exception {
        Path cover = dir.resolve("cover.jpg");
        assertEquals(0, run("artwork", "al7", cover.toString()));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(cover));
        assertTrue(core.calls.contains("find[al7]") && core.calls.contains("readArtwork[ab01]"), core.calls::toString);
        Files.write(cover, new byte[] {9});
        assertEquals(1, run("artwork", "al7", cover.toString()));
        assertTrue(err().contains("exists already"), this::err);
        assertArrayEquals(new byte[] {9}, Files.readAllBytes(cover));
        assertEquals(0, run("artwork", "t42", dir.resolve("back.png").toString(), "--number", "2"));
        assertTrue(core.calls.contains("readArtwork[ab02]"), core.calls::toString);
        assertEquals(1, run("artwork", "t42", dir.resolve("x").toString(), "--number", "3"));
        assertTrue(err().contains("no picture 3; t42 has 2"), this::err);
        assertEquals(1, run("artwork", "t42", dir.resolve("nowhere/x.png").toString()));
        assertTrue(err().contains("could not be written"), this::err);
    }

    @Test
    void pictures_are_listed_with_what_they_show_and_where_they_are_from() {
        assertEquals(0, run("artwork", "t42"));
        assertTrue(out().contains("1  front  image/png  10 x 20  3 bytes  embedded\n"), this::out);
        assertTrue(out().contains("folder, of the album\n"), this::out);
        assertEquals(0, run("--json", "artwork", "t42"));
        assertTrue(
                out().contains(
                                "{\"pictures\":[{\"hash\":\"ab01\",\"media_type\":\"image/png\",\"width\":10,\"height\":20,"
                                        + "\"size\":3,\"kind\":\"FRONT\",\"origin\":\"embedded\",\"of_album\":false},"),
                this::out);
        core.answer("find", List.of());
        assertEquals(1, run("artwork", "pl5"));
        assertTrue(err().contains("no picture of pl5"), this::err);
    }

    @Test
    void a_person_chooses_a_cover_and_takes_that_back() throws Exception {
        Path mine = Files.write(dir.resolve("mine.png"), new byte[] {4, 5});
        core.answer("putArtwork", picture("ab03", ArtworkKind.FRONT, StoredArtwork.USER));
        assertEquals(0, run("artwork", "al7", "--set", mine.toString()));
        assertTrue(out().contains("al7: image/png, 10 x 20, 3 bytes"), this::out);
        assertTrue(core.calls.toString().contains("origin=user"), core.calls::toString);
        core.answer("forgetArtwork", true);
        assertEquals(0, run("--json", "artwork", "al7", "--clear"));
        assertTrue(out().contains("{\"cleared\":\"al7\"}"), this::out);
        assertTrue(core.calls.contains("forgetArtwork[al7, FRONT, user]"), core.calls::toString);
        core.answer("forgetArtwork", false);
        assertEquals(1, run("artwork", "al7", "--clear"));
        assertTrue(err().contains("chosen no cover"), this::err);
        assertEquals(1, run("artwork", "al7", "--set", dir.resolve("none").toString()));
        assertTrue(err().contains("is no file of at most 16 MiB"), this::err);
        core.fail("putArtwork", new LibraryException(LibraryException.BAD_ARTWORK, false, "It is no picture.", null));
        assertEquals(1, run("artwork", "al7", "--set", mine.toString()));
        assertTrue(err().contains("mine.png cannot be a cover. It is no picture."), this::err);
        assertEquals(2, run("artwork", "al7", "x.png", "--set", mine.toString()));
        assertEquals(2, run("artwork", "al7", "--number", "1"));
        assertEquals(2, run("artwork", "rain"));
    }

    @Test
    void a_person_chooses_lyrics_which_are_shown_whatever_the_file_says_and_takes_them_back() throws Exception {
        Path mine = Files.writeString(dir.resolve("mine.lrc"), "[00:01.00]Meine");
        var words = new Lyrics(
                Lyrics.USER, null, true, List.of(new Lyrics.Line(Duration.ofSeconds(1), "Meine", List.of())));
        core.now("parseLyrics", words);
        core.answer("putLyrics", null);
        assertEquals(0, run("lyrics", "t42", "--set", mine.toString()));
        assertTrue(out().contains("t42: 1 line with times"), this::out);
        core.answer("lyricsOf", List.of(words));
        assertEquals(0, run("lyrics", "t42"));
        assertTrue(out().contains("[00:01.00] Meine"), this::out);
        core.answer("forgetLyrics", true);
        assertEquals(0, run("lyrics", "t42", "--clear"));
        assertTrue(core.calls.contains("forgetLyrics[t42, user]"), core.calls::toString);
        core.answer("forgetLyrics", false);
        assertEquals(1, run("lyrics", "t42", "--clear"));
        assertEquals(2, run("lyrics", "t42", "--clear", "--set", "x"));
        core.now("parseLyrics", new Lyrics(Lyrics.USER, null, false, List.of()));
        assertEquals(1, run("lyrics", "t42", "--set", mine.toString()));
        assertTrue(err().contains("no words"), this::err);
    }

    @Test
    void what_a_service_says_is_shown_where_files_say_nothing_or_are_missing() {
        var service = new Lyrics("lrclib", null, false, List.of(new Lyrics.Line(null, "of a service", List.of())));
        core.answer("lyricsOf", List.of(service));
        assertEquals(0, run("lyrics", "t42"));
        assertTrue(out().contains("Regen") && !out().contains("of a service"), this::out);
        core.answer("readTags", reading(List.of()));
        assertEquals(0, run("lyrics", "t42"));
        assertTrue(out().contains("of a service"), this::out);
        holds(FileState.MISSING);
        assertEquals(0, run("lyrics", "t42"));
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
    void lyrics_and_pictures_that_the_library_keeps_are_shown_with_a_track() {
        var picture = new StoredArtwork(
                "ab01", "image/jpeg", 600, null, 5, new StoredArtwork.Use(ArtworkKind.FRONT, "embedded", true));
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
        assertEquals(2, run("lyrics", "rain"));
        holds(FileState.MISSING);
        assertEquals(1, run("lyrics", "t42"));
        assertTrue(err().contains("missing"), this::err);
    }
}

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
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.Picture;
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
        core.answer(
                "readTags",
                new TagReading(
                        AudioProperties.UNKNOWN,
                        Tags.NONE,
                        List.of(
                                new Picture(4, "image/png", 3, 10, 20, ""),
                                new Picture(3, "image/jpeg", 3, 0, 0, "Front")),
                        List.of(new Lyrics(Lyrics.EMBEDDED, "deu", true, List.of(LINE))),
                        List.of(),
                        List.of(),
                        List.of(),
                        "core"));
        core.answer("readPicture", new byte[] {1, 2, 3});
    }

    private void holds(FileState state) {
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
                List.of());
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

package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.PlaylistEntryId;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.PlaylistImport;
import org.musicplatform.core.api.library.TrackId;

class PlaylistCommandsTest extends CommandRunner {

    private static final Playlist MINE =
            new Playlist(new PlaylistId(3), "Road trip", 3, Duration.ofMinutes(9), Instant.EPOCH);

    @TempDir
    Path dir;

    private static PlaylistEntry entry(long id, boolean present) {
        return new PlaylistEntry(
                new PlaylistEntryId(id), new TrackId(40 + id), present, "Song " + id, "Ella", null, null, null);
    }

    @BeforeEach
    void a_playlist_of_three() {
        core.answer("list", List.of(MINE));
        core.answer("entries", new Page<>(List.of(entry(1, true), entry(2, false), entry(3, true)), null));
        core.answer("move", MINE).answer("remove", 1).answer("add", List.of(new PlaylistEntryId(4)));
        core.answer("delete", MINE);
    }

    private void assertCalled(String call) {
        assertTrue(core.calls.contains(call), core.calls::toString);
    }

    @Test
    void playlists_and_their_entries_are_listed() {
        assertEquals(0, run("playlist"));
        assertTrue(out().contains("pl3  Road trip  3 entries  9:00"), this::out);
        assertEquals(0, run("playlist", "show", "road TRIP"));
        assertTrue(out().contains("2  missing  Song 2"), this::out);
        assertEquals(0, run("--json", "playlist", "show", "pl3"));
        assertTrue(out().contains("\"entry\":\"pe2\",\"id\":\"t42\",\"present\":false"), this::out);
    }

    @Test
    void entries_are_named_by_their_numbers() {
        assertEquals(0, run("playlist", "move", "pl3", "1", "3"));
        assertCalled("move[pl3, pe1, null]");
        assertEquals(0, run("playlist", "move", "pl3", "3", "1"));
        assertCalled("move[pl3, pe3, pe1]");
        assertEquals(0, run("playlist", "move", "pl3", "1", "2"));
        assertCalled("move[pl3, pe1, pe3]");
        assertEquals(0, run("playlist", "remove", "pl3", "2", "3"));
        assertCalled("remove[pl3, [pe2, pe3]]");
        assertEquals(0, run("playlist", "add", "pl3", "t7", "t7", "--before", "1"));
        assertCalled("add[pl3, [t7, t7], pe1]");
        assertEquals(1, run("playlist", "remove", "pl3", "4"));
        assertTrue(err().contains("There is no entry 4; the playlist has 3."), this::err);
    }

    @Test
    void what_is_not_there_or_makes_no_sense_is_refused() {
        assertEquals(1, run("playlist", "show", "Nothing"));
        assertTrue(err().contains("There is no playlist Nothing."), this::err);
        assertEquals(2, run("playlist", "add", "pl3", "rain"));
        assertEquals(2, run("playlist", "create", " "));
        assertEquals(2, run("playlist", "export", "pl3", dir.resolve("x.doc").toString()));
        assertTrue(err().contains("Try: music playlist export --help"), this::err);
        assertEquals(1, run("playlist", "import", dir.resolve("none.m3u").toString()));
    }

    @Test
    void files_are_read_beside_what_they_name_and_never_written_over() throws Exception {
        core.answer("importFile", new PlaylistImport(MINE, 2, 1));
        Path file = Files.writeString(dir.resolve("trip.m3u"), "a.mp3\n");
        assertEquals(0, run("playlist", "import", file.toString()));
        assertTrue(out().contains("2 found, 1 not there yet"), this::out);
        assertTrue(
                core.calls.get(core.calls.size() - 1).startsWith("importFile[null, trip, "),
                core.calls.get(core.calls.size() - 1));
        core.answer("exportFile", new byte[] {1});
        assertEquals(1, run("playlist", "export", "pl3", file.toString()));
        assertEquals("a.mp3\n", Files.readString(file));
        Path made = dir.resolve("trip.xspf");
        assertEquals(0, run("playlist", "export", "pl3", made.toString()));
        assertEquals(1, Files.size(made));
        assertFalse(err().contains("Exception"), this::err);
    }
}

package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LyricsMatch;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.Play;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.WaitingFile;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.FileFailure;
import org.musicplatform.core.api.sync.SyncState;

class CommandsTest extends CommandRunner {

    @Test
    void search_text_arrives_as_typed_and_tracks_are_printed_as_json() {
        core.answer("search", new SearchResults(List.of(track("AC/DC")), List.of(), List.of(), false));
        assertEquals(0, run("--json", "search", "it's", "$HOME", "a|b"));
        assertTrue(core.calls.toString().contains("it's $HOME a|b"), core.calls::toString);
        assertTrue(out().startsWith("{\"tracks\":[{\"id\":\"t42\",\"title\":\"AC/DC\",\"artist\":null"), this::out);
        assertTrue(out().contains("\"duration_ms\":185000"), this::out);
        assertEquals("", err());
    }

    @Test
    void search_prints_all_kinds_for_people_and_as_json() {
        var source = new SourceId(1);
        core.answer(
                "search",
                new SearchResults(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Playlist(new PlaylistId(3), "Evening", 2, Duration.ofSeconds(60), Instant.EPOCH)),
                        List.of(new Genre("Evening Music", 7)),
                        List.of(new Folder(new FolderId(5), null, source, "a/Evening", "Evening", 0, 12)),
                        List.of(new LyricsMatch(track("Regen"), "in the evening")),
                        List.of(new WaitingFile(new FileId(9), source, "b/evening.mp3")),
                        true));
        assertEquals(0, run("search", "evening"));
        for (String line : List.of(
                "Playlists\npl3  Evening",
                "Genres\nEvening Music  7 tracks",
                "Folders\na/Evening  12 files",
                "Lyrics\nt42  Regen",
                "in the evening\nFiles that are not read yet\nb/evening.mp3\n")) {
            assertTrue(out().contains(line), () -> line + " is not in " + out());
        }
        assertTrue(err().contains("There is more"), this::err);
        assertEquals(0, run("--json", "search", "evening"));
        for (String part : List.of(
                "\"playlists\":[{\"id\":\"pl3\"",
                "\"genres\":[{\"name\":\"Evening Music\",\"tracks\":7}]",
                "\"folders\":[{\"id\":\"fo5\",\"source\":\"s1\",\"path\":\"a/Evening\"",
                "\"lyrics\":[{\"line\":\"in the evening\",\"id\":\"t42\"",
                "\"files\":[{\"id\":\"f9\",\"source\":\"s1\",\"path\":\"b/evening.mp3\"}],\"more\":true}")) {
            assertTrue(out().contains(part), () -> part + " is not in " + out());
        }
    }

    @Test
    void limits_of_a_search_hold_for_all_kinds_or_for_one() {
        core.answer("search", new SearchResults(List.of(), List.of(), List.of(), false));
        assertEquals(0, run("search", "rain", "--limit", "3", "--lyrics", "0", "--tracks", "99999"));
        assertTrue(
                core.calls.toString().contains(new SearchLimits(1_000, 3, 3, 3, 3, 3, 0, 3).toString()),
                () -> core.calls.toString());
        assertEquals(0, run("search", "rain", "--files", "1"));
        assertTrue(
                core.calls.toString().contains(new SearchLimits(15, 10, 10, 10, 5, 5, 5, 1).toString()),
                () -> core.calls.toString());
    }

    @Test
    void an_id_is_text_to_search_and_text_is_no_id_to_show() {
        core.answer("search", new SearchResults(List.of(), List.of(), List.of(), false));
        assertEquals(0, run("search", "t42"));
        assertTrue(core.calls.toString().contains("search[t42"), core.calls::toString);
        assertEquals(2, run("show", "42"));
        assertTrue(err().contains("not an id"), this::err);
    }

    @Test
    void indexing_prints_the_document_that_the_readme_promises() {
        core.job(SyncState.COMPLETED, "", new FileFailure("a\nb.mp3", "corrupt-file", "It is damaged."));
        assertEquals(0, run("--json", "index", "/music"));
        assertTrue(
                out().startsWith("{\"job\":\"j1\",\"state\":\"COMPLETED\",\"reason\":null,\"files\":3,\"added\":2,"),
                this::out);
        assertTrue(out().contains("\"seconds\":1.5,\"failures\":[{\"path\":\"a\\nb.mp3\""), this::out);
    }

    @Test
    void a_job_that_failed_or_is_held_ends_with_one_and_its_reason() {
        core.job(SyncState.HELD, "All 12 files are missing.");
        assertEquals(1, run("index", "/music"));
        assertTrue(err().contains("All 12 files are missing."), this::err);
    }

    @Test
    void a_cancelled_job_ends_with_130() {
        core.job(SyncState.CANCELLED, "");
        assertEquals(130, run("index", "/music"));
    }

    @Test
    void an_error_of_the_core_is_told_in_its_own_words() {
        core.fail("add", new SourceException(SourceException.NOT_FOUND, "There is no folder /nowhere."));
        assertEquals(1, run("--json", "index", "/nowhere"));
        assertEquals("music: There is no folder /nowhere.\n", err());
        assertEquals(
                "{\"error\":{\"code\":\"source.not-found\",\"message\":\"There is no folder /nowhere.\"}}\n", out());
    }

    @Test
    void an_unknown_id_is_a_failure_not_wrong_usage() {
        core.fail("track", new LibraryException(LibraryException.NOT_FOUND, false, "There is no track t9.", null));
        assertEquals(1, run("show", "t9"));
    }

    @Test
    void nothing_of_a_tag_reaches_the_terminal_as_a_control() {
        core.answer("tracks", new Page<>(List.of(track("\u001b[31mred\nline")), null));
        assertEquals(0, run("tracks"));
        assertFalse(out().contains("\u001b"), this::out);
        assertTrue(out().contains("\\u001b[31mred\\nline"), this::out);
    }

    @Test
    void wrong_usage_ends_with_two_and_a_hint() {
        assertEquals(2, run("indx"));
        assertTrue(err().contains("Did you mean: index"), this::err);
        assertEquals(2, run("tracks", "--limit", "0"));
        assertEquals(2, run());
    }

    @Test
    void a_folder_alone_is_indexed() {
        core.job(SyncState.COMPLETED, "");
        assertEquals(0, run("/music"));
        assertTrue(core.calls.toString().contains("add[local, /music]"), core.calls::toString);
    }

    @Test
    void a_place_is_indexed_by_the_source_that_is_named() {
        core.job(SyncState.COMPLETED, "").now("providers", List.of("local", "zip"));
        assertEquals(0, run("index", "--source", "zip", "zip:nothing-here"));
        assertTrue(core.calls.toString().contains("add[zip, zip:nothing-here]"), core.calls::toString);
    }

    @Test
    void a_relative_place_is_where_the_caller_is() {
        core.job(SyncState.COMPLETED, "");
        assertEquals(0, run("index", "src"));
        assertTrue(core.calls.toString().contains("add[local, /here/src]"), core.calls::toString);
    }

    @Test
    void a_source_that_is_not_installed_is_refused_naming_those_that_are() {
        core.now("providers", List.of("local", "zip"));
        assertEquals(1, run("index", "--source", "tape", "reel"));
        assertTrue(err().contains("'tape'") && err().contains("local, zip"), this::err);
        assertEquals(1, run("index", "--source", "zip"));
        assertTrue(err().contains("Name the place"), this::err);
    }

    @Test
    void lines_piped_into_the_shell_are_run_one_after_the_other() {
        core.answer("search", new SearchResults(List.of(), List.of(), List.of(), false));
        assertEquals(2, run("search it's\nnonsense\nexit\nsearch never\n", "shell"));
        assertTrue(core.calls.toString().contains("search[it's"), core.calls::toString);
        assertFalse(core.calls.toString().contains("never"), core.calls::toString);
    }

    @Test
    void words_are_split_as_a_person_means_them() {
        assertEquals(List.of("search", "it's", "a b", ""), Words.of("  search it's \"a b\"  \"\" "));
    }

    @Test
    void tracks_are_rated_and_made_favourites() {
        core.answer("rate", new Annotation(4, false, 0, null));
        core.answer("favourite", new Annotation(4, true, 0, null));
        assertEquals(0, run("rate", "t42", "4"));
        assertTrue(out().contains("t42: 4 of 5 stars"), this::out);
        assertEquals(0, run("--json", "favourite", "t42"));
        assertTrue(out().contains("{\"rating\":4,\"favourite\":true,\"plays\":0,\"last_played\":null}"), this::out);
        assertEquals(0, run("favourite", "t42", "--off"));
        assertTrue(core.calls.toString().contains("favourite[null, t42, false]"), core.calls::toString);
        assertEquals(2, run("rate", "t42", "6"));
        assertEquals(2, run("rate", "rain", "4"));
        assertTrue(err().contains("music search rain"), this::err);
    }

    @Test
    void a_library_that_is_not_sound_is_a_failure_with_its_findings() {
        core.answer("check", List.of());
        assertEquals(0, run("check"));
        core.answer("check", List.of("Search lacks 1 tracks."));
        assertEquals(1, run("--json", "check"));
        assertTrue(out().endsWith("{\"findings\":[\"Search lacks 1 tracks.\"]}\n"), this::out);
        core.answer("repair", List.of("Search was made anew: 1 tracks."));
        assertEquals(1, run("check", "--repair"));
        assertTrue(out().endsWith("Search was made anew: 1 tracks.\nSearch lacks 1 tracks.\n"), this::out);
        assertTrue(err().endsWith("music check --repair makes search anew.\n"), this::err);
        assertEquals(1, run("--json", "check", "--repair"));
        assertTrue(out().endsWith(",\"repaired\":[\"Search was made anew: 1 tracks.\"]}\n"), this::out);
        core.answer("backup", 4096L);
        assertEquals(0, run("backup", "copy.db"));
        assertTrue(out().contains("copy.db: 4,096 bytes"), this::out);
    }

    @Test
    void what_was_heard_is_listed() {
        var play = new Play(track("Regen"), Instant.EPOCH, Duration.ofSeconds(61), true);
        core.answer("history", new Page<>(List.of(play), null));
        assertEquals(0, run("history"));
        assertTrue(out().contains("1970-01-01T00:00:00Z  t42  Regen"), this::out);
        assertTrue(out().contains("1:01  played"), this::out);
        assertEquals(0, run("--json", "history"));
        assertTrue(out().contains("\"heard_ms\":61000,\"counted\":true,\"id\":\"t42\""), this::out);
    }

    static Track track(String title) {
        return new Track(
                new TrackId(42),
                title,
                null,
                null,
                Track.Position.UNKNOWN,
                Duration.ofSeconds(185),
                null,
                List.of(),
                Annotation.NONE);
    }
}

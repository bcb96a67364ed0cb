package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.Listener;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.UserDataCounts;
import org.musicplatform.core.api.library.UserDataReport;

class UserDataCommandsTest extends CommandRunner {

    private static final UserDataCounts COUNTS = new UserDataCounts(2, 3, 4, 1, 5, 0);

    @BeforeEach
    void two_listeners() {
        core.answer("listeners", List.of(new Listener(new ListenerId(1), ""), new Listener(new ListenerId(2), "Anna")));
    }

    private void assertCalled(String call) {
        assertTrue(core.calls.stream().anyMatch(each -> each.startsWith(call)), core.calls::toString);
    }

    @Test
    void listeners_are_listed_and_meant_by_name() {
        core.answer("rate", new Annotation(4, false, 0, null));
        core.answer("renameListener", new Listener(new ListenerId(2), "Anne"));
        assertEquals(0, run("listener"));
        assertTrue(out().contains("li1  (you)") && out().contains("li2  Anna"), this::out);
        assertEquals(0, run("rate", "t42", "4", "--listener", "anna"));
        assertCalled("rate[li2, t42, 4]");
        assertEquals(0, run("listener", "rename", "li2", "Anne"));
        assertCalled("renameListener[li2, Anne]");
        assertEquals(1, run("rate", "t42", "4", "--listener", "Bob"));
        assertTrue(err().contains("There is no listener Bob"), this::err);
    }

    @Test
    void nothing_is_erased_without_a_word_for_it() {
        core.answer("erase", COUNTS).answer("removeListener", COUNTS);
        assertEquals(1, run("erase"));
        assertTrue(err().contains("--yes"), this::err);
        assertEquals(1, run("listener", "remove", "Anna"));
        assertFalse(core.calls.toString().contains("erase["), core.calls::toString);
        assertFalse(core.calls.toString().contains("removeListener["), core.calls::toString);
        assertEquals(0, run("erase", "--yes", "--listener", "Anna"));
        assertCalled("erase[li2]");
        assertTrue(
                out().contains("Forgotten: 3 rated or favourite tracks, 4 plays, 1 playlist with 5 entries"),
                this::out);
        assertEquals(0, run("erase", "--yes"));
        assertCalled("erase[null]");
    }

    @Test
    void what_came_of_an_import_is_told() {
        core.answer("importFrom", new UserDataReport(COUNTS, 7, 6, 2, 1, List.of("Line 3: it is no JSON.")));
        assertEquals(0, run("import", "all.jsonl"));
        assertTrue(
                out().contains("New: 7, known already: 6, waiting for tracks that are not here: 2, refused: 1."),
                this::out);
        assertTrue(err().contains("Line 3: it is no JSON."), this::err);
        assertEquals(0, run("--json", "import", "all.jsonl"));
        assertTrue(out().contains("\"taken\":7,\"known\":6,\"waiting\":2,\"refused\":1"), this::out);
    }

    @Test
    void a_smart_playlist_is_made_of_what_a_person_types() {
        var rules = SmartRules.parse("genre is Rock and not favourite");
        var made = new Playlist(new PlaylistId(4), "New", 9, 0, Duration.ZERO, Instant.EPOCH, false, rules);
        core.answer("create", made).answer("list", List.of(made)).answer("setRules", made);
        assertEquals(0, run("playlist", "create", "New", "--rules", "genre is rock and NOT favourite"));
        assertCalled("create[null, New, genre is rock and not favourite");
        assertEquals(0, run("playlist", "rules", "New"));
        assertTrue(out().contains("genre is Rock and not favourite"), this::out);
        assertEquals(0, run("playlist", "rules", "New", "year > 1990"));
        assertCalled("setRules[pl4, year > 1990]");
        assertEquals(2, run("playlist", "create", "New", "--rules", "colour is red"));
        assertTrue(err().contains("These are no rules: at 1: a field"), this::err);
        assertEquals(0, run("--json", "playlist"));
        assertTrue(out().contains("\"rules\":\"genre is Rock and not favourite\""), this::out);
    }
}

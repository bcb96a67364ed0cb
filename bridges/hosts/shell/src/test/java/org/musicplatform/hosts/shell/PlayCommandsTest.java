package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.playback.PlayerStatus;
import org.musicplatform.core.api.playback.QueueItem;
import org.musicplatform.core.api.plugin.PluginException;
import org.musicplatform.core.api.plugin.PluginInfo;

class PlayCommandsTest extends CommandRunner {

    private static PlayerStatus status() {
        var item = new QueueItem(1, new TrackId(7), null, "Song", "Band", Duration.ofSeconds(200));
        var output = new PlayerStatus.Output("javasound", new AudioFormat(44_100, 2, 16, false), "pcm", 0.5, 0);
        return new PlayerStatus(
                PlayerState.PLAYING, item, 0, Duration.ofSeconds(65), Duration.ofSeconds(200), 0.125, output, "");
    }

    @Test
    void what_plays_is_told_in_one_line_and_as_json() {
        core.player(status());
        assertEquals(0, run("playing"));
        assertTrue(out().startsWith("playing   1:05 / 3:20  ["), this::out);
        assertTrue(out().contains(" 50%  Song  Band"), this::out);
        assertEquals(0, run("--json", "pause"));
        assertTrue(core.calls.contains("pause"), core.calls::toString);
        assertTrue(out().contains("\"position_ms\":65000,\"duration_ms\":200000,\"volume\":0.125"), this::out);
    }

    @Test
    void positions_are_read_as_people_write_them() {
        core.player(status());
        for (String typed : List.of("1:30", "90", "+25", "1:30.0", "0:01:30")) {
            core.calls.clear();
            assertEquals(0, run("seek", typed), typed);
            assertTrue(core.calls.contains("seek[PT1M30S]"), () -> typed + ": " + core.calls);
        }
        core.calls.clear();
        assertEquals(0, run("seek", "--", "-100"));
        assertTrue(core.calls.contains("seek[PT0S]"), core.calls::toString);
        assertEquals(2, run("seek", "soon"));
        assertTrue(err().contains("1:23, 83, +10 or -10"), this::err);
    }

    @Test
    void volume_is_percent_of_what_is_heard() {
        core.player(status());
        assertEquals(0, run("volume", "50%"));
        assertTrue(core.calls.contains("setVolume[0.125]"), core.calls::toString);
        for (String wrong : List.of("101", "loud", "-1")) {
            assertEquals(2, run("volume", "--", wrong), wrong);
        }
    }

    @Test
    void nothing_playing_and_nothing_found_are_failures_with_a_way_on() {
        assertEquals(1, run("--json", "pause"));
        assertTrue(out().startsWith("{\"error\":{\"code\":\"nothing-playing\""), this::out);
        core.answer("search", new SearchResults(List.of(), List.of(), List.of(), false));
        assertEquals(1, run("play", "no", "such"));
        assertTrue(err().contains("Nothing found for no such."), this::err);
    }

    @Test
    void a_jar_is_named_from_where_the_person_is_and_a_refusal_is_told() {
        core.answer(
                "install", new PluginInfo("org.a", "1.0.0", "org.a.jar", PluginInfo.State.ACTIVE, "", Instant.EPOCH));
        assertEquals(0, run("install", "a.jar"));
        assertTrue(core.calls.contains("install[/here/a.jar]"), core.calls::toString);
        assertTrue(out().contains("Installed: org.a 1.0.0"), this::out);
        core.fail("install", new PluginException(PluginException.UNRESOLVED, "org.a needs the package x."));
        assertEquals(1, run("install", "a.jar"));
        assertTrue(err().contains("org.a needs the package x."), this::err);
    }
}

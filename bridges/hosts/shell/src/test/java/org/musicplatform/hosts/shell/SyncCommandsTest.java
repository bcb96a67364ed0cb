package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncProgress;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.api.sync.WatchStatus;

class SyncCommandsTest extends CommandRunner {

    private static final SourceAccount MUSIC = new SourceAccount(new SourceId(1), "local", "/music", "music");

    SyncCommandsTest() {
        core.answer("list", List.of(new SourceStatus(MUSIC, SourceState.HELD, "", 10, 0, 0, null)));
    }

    private String last() {
        var lines = out().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private List<String> calls(String method) {
        return core.calls.stream().filter(call -> call.startsWith(method)).toList();
    }

    @Test
    void indexing_passes_on_how_hard_and_how_deep_it_is_to_work() {
        core.job(SyncState.COMPLETED, "");
        assertEquals(0, run("index", "--names", "--background", "--cpu", "25", "/music"));
        assertTrue(calls("start").get(0).contains("depth=NAMES, pace=BACKGROUND, cpu=25"), calls("start")::toString);
        assertEquals(1, run("index", "--cpu", "0", "/music"));
        assertTrue(err().contains("percent of one processor"), this::err);
    }

    @Test
    void held_sources_are_listed_with_what_would_vanish() {
        core.answer("held", List.of(new HeldSource(MUSIC, "Many are gone.", 25, List.of("a/1.mp3", "a/2.mp3"))));
        assertEquals(0, run("held", "--limit", "2"));
        assertEquals(
                List.of("s1  /music", "    Many are gone.", "    - a/1.mp3", "    - a/2.mp3", "    and 23 more"),
                out().lines().toList());
        assertEquals(List.of("held[2]"), calls("held"));
        assertEquals(0, run("--json", "held"));
        assertEquals(
                "{\"held\":[{\"id\":\"s1\",\"location\":\"/music\",\"reason\":\"Many are gone.\",\"files\":25,"
                        + "\"paths\":[\"a/1.mp3\",\"a/2.mp3\"]}]}",
                last());
    }

    @Test
    void a_held_source_is_settled_either_way_by_id_or_folder() {
        core.answer("settle", 25L);
        assertEquals(0, run("held", "accept", "s1"));
        assertTrue(out().contains("/music: 25 files are marked missing"), this::out);
        assertEquals(0, run("--json", "held", "reject", "/music"));
        assertEquals("{\"id\":\"s1\",\"location\":\"/music\",\"missing\":25}", last());
        assertEquals(List.of("settle[s1, true]", "settle[s1, false]"), calls("settle"));
        assertEquals(1, run("held", "accept", "/elsewhere"));
        core.fail("settle", new SyncException(SyncException.NOT_HELD, false, "It waits for no decision."));
        assertEquals(1, run("held", "accept", "s1"));
        assertTrue(err().contains("waits for no decision"), this::err);
    }

    @Test
    void jobs_are_listed_of_all_sources_or_one() {
        core.answer(
                "history", List.of(FakeCore.status(SyncState.FAILED, new SyncCounts(9, 8, 7, 6, 5, 4, 3), "No line.")));
        assertEquals(0, run("jobs"));
        assertTrue(out().contains("j1") && out().contains("failed") && out().contains("No line."), this::out);
        assertEquals(0, run("--json", "jobs", "--source", "/music", "--limit", "3"));
        assertEquals(
                "{\"jobs\":[{\"id\":\"j1\",\"state\":\"FAILED\",\"started\":\"1970-01-01T00:00:00Z\",\"sources\":[\"s1\"],"
                        + "\"reason\":\"No line.\",\"percent\":100,\"files\":9,\"done\":8,\"added\":7,\"updated\":6,"
                        + "\"unchanged\":5,\"missing\":4,\"failed\":3,\"seconds\":1.5}]}",
                last());
        assertEquals(List.of("history[20]", "history[s1, 3]"), calls("history"));
    }

    @Test
    void a_folder_is_refreshed_and_the_job_reported() {
        core.job(SyncState.COMPLETED, "");
        assertEquals(0, run("refresh", "s1", "Björk/Debut"));
        assertEquals(List.of("refresh[s1, Björk/Debut]"), calls("refresh"));
        assertTrue(out().contains("3 files: 2 added"), this::out);
    }

    @Test
    void watches_are_listed_with_what_can_be_done() {
        core.answer(
                "watches",
                List.of(new WatchStatus(
                        new SourceId(1), WatchStatus.State.LATE, "Too many folders.", "Raise the limit.")));
        assertEquals(0, run("watches"));
        assertTrue(out().contains("late") && out().contains("Raise the limit."), this::out);
        assertEquals(0, run("--json", "watches"));
        assertEquals(
                "{\"watches\":[{\"source\":\"s1\",\"state\":\"LATE\",\"reason\":\"Too many folders.\","
                        + "\"remedy\":\"Raise the limit.\"}]}",
                last());
    }

    @Test
    void the_bar_shows_what_the_job_knows_of_its_way() {
        var counts = new SyncCounts(2_000, 500, 500, 0, 0, 0, 0);
        assertEquals(
                "[=======                       ] 500/2,000  250/s  0:06 left",
                bar(new SyncProgress("reading", 25, 250, Duration.ofSeconds(6), true), counts));
        assertEquals(
                "listing  2,000 files found, 500 done, 250/s",
                bar(new SyncProgress("listing", 5, 250, null, false), counts));
    }

    private static String bar(SyncProgress progress, SyncCounts counts) {
        return ProgressBar.line(new SyncStatus(
                new SyncJobId(1), List.of(), SyncState.RUNNING, progress, counts, Instant.EPOCH, Duration.ZERO, ""));
    }
}

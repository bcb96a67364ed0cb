package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.DecisionId;
import org.musicplatform.core.api.library.Duplicate;
import org.musicplatform.core.api.library.DuplicateId;
import org.musicplatform.core.api.library.DuplicatePolicy;
import org.musicplatform.core.api.library.Explanation;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.Purged;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.source.SourceId;

class CurationCommandsTest extends CommandRunner {

    private static Decision decision(long id, Instant undone) {
        return new Decision(
                new DecisionId(id),
                Decision.Kind.MERGE_TRACKS,
                "t2 became t1 (One).",
                Instant.EPOCH,
                undone,
                List.of("t1"));
    }

    @BeforeEach
    void decisions() {
        core.answer("mergeTracks", decision(1, null)).answer("mergeAlbums", decision(1, null));
        core.answer("splitFile", decision(1, null)).answer("splitAlbum", decision(1, null));
        core.answer("decisions", new Page<>(List.of(decision(3, Instant.EPOCH), decision(2, null)), null));
        core.answer("undo", List.of("What was said of t1 since stays."));
        core.answer("purge", new Purged(3, 2, 1, 0, 4, 1, 0));
        core.answer(
                "explain",
                new Explanation(
                        "t1",
                        "One",
                        List.of(new Explanation.Reason(Explanation.About.FILE, "a/1.mp3", "It was first."))));
    }

    private void assertCalled(String call) {
        assertTrue(core.calls.contains(call), core.calls::toString);
    }

    @Test
    void merge_and_split_tell_tracks_albums_and_files_apart() {
        assertEquals(0, run("merge", "t1", "t2"));
        assertCalled("mergeTracks[[t1, t2]]");
        assertTrue(out().contains("To take it back: music undo d1"), this::out);
        assertEquals(0, run("merge", "al1", "al2"));
        assertCalled("mergeAlbums[[al1, al2]]");
        assertEquals(0, run("split", "f5"));
        assertCalled("splitFile[f5]");
        assertEquals(0, run("--json", "split", "t1", "t3"));
        assertCalled("splitAlbum[[t1, t3]]");
        assertTrue(out().contains("\"results\":[\"t1\"]"), this::out);
        assertEquals(2, run("merge", "t1", "al2"));
        assertEquals(2, run("merge", "t1", "t1"));
        assertEquals(2, run("split", "f5", "f6"));
    }

    @Test
    void undo_takes_the_latest_back_that_was_not_yet() {
        assertEquals(0, run("undo"));
        assertCalled("undo[d2]");
        assertTrue(out().contains("What was said of t1 since stays."), this::out);
        assertEquals(2, run("undo", "x"));
        assertEquals(0, run("decisions"));
        assertTrue(out().contains("taken back"), this::out);
    }

    @Test
    void reasons_are_listed_and_a_field_has_to_be_one() {
        assertEquals(0, run("explain", "t1"));
        assertTrue(out().contains("file  a/1.mp3  It was first."), this::out);
        assertEquals(0, run("--json", "explain", "al7"));
        assertTrue(out().contains("\"about\":\"FILE\",\"subject\":\"a/1.mp3\""), this::out);
        assertEquals(2, run("edit", "t1", "colour", "red"));
        assertTrue(err().contains("'colour' is no field."), this::err);
    }

    @Test
    void duplicates_are_listed_with_what_becomes_of_them_and_decided() {
        var copies = List.of(
                new Duplicate.Copy(new FileId(7), new TrackId(2), "One", new SourceId(1), "b/1.mp3", Instant.EPOCH),
                new Duplicate.Copy(new FileId(3), new TrackId(1), "One", new SourceId(1), "a/1.mp3", null));
        core.answer("duplicatePolicy", DuplicatePolicy.ASK).answer("setDuplicatePolicy", 2);
        core.answer(
                "duplicates",
                new Page<>(List.of(new Duplicate(new DuplicateId(3), 1_234, Instant.EPOCH, 3, copies)), null));
        core.answer("settleDuplicate", decision(4, null));
        assertEquals(0, run("duplicates"));
        assertTrue(out().contains("dup3  3 files of 1,234 bytes"), this::out);
        assertTrue(out().contains("a/1.mp3") && out().contains("and 1 more"), this::out);
        assertTrue(err().contains("music duplicates resolve ID newest"), this::err);
        assertEquals(0, run("--json", "duplicates"));
        assertTrue(out().contains("\"policy\":\"ASK\",\"duplicates\":[{\"id\":\"dup3\""), this::out);
        assertEquals(0, run("duplicates", "keep", "newest"));
        assertCalled("setDuplicatePolicy[KEEP_NEWEST]");
        assertTrue(out().contains("now to 2 duplicates"), this::out);
        assertEquals(0, run("duplicates", "resolve", "dup3", "both"));
        assertCalled("settleDuplicate[dup3, KEEP_BOTH]");
        assertTrue(out().contains("music undo d4"), this::out);
        assertEquals(2, run("duplicates", "keep", "oldest"));
        assertEquals(2, run("duplicates", "resolve", "dup3", "ask"));
        assertEquals(2, run("duplicates", "resolve", "t3", "both"));
    }

    @Test
    void purge_tells_what_stays() {
        assertEquals(0, run("purge", "--older-than", "30"));
        assertCalled("purge[PT720H, false]");
        assertTrue(out().contains("Forgotten: 3 files, 2 tracks, 1 album, 0 folders, 1 artist, 0 genres."), this::out);
        assertTrue(out().contains("4 tracks with ratings"), this::out);
        assertEquals(2, run("purge", "--older-than", "-1"));
    }
}

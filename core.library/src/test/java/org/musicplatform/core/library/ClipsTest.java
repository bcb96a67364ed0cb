package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.Intake.FoundCompanion;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/** A file of a whole disc, and what lies beside it. */
class ClipsTest {

    private static final SourceItem DISC = Lib.item("a/disc.flac");
    private static final FoundCompanion SHEET = new FoundCompanion(Companion.Kind.SHEET, Lib.item("a/disc.cue", 50));

    @TempDir
    Path folder;

    private Lib lib;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private static Clip clip(int number, long start, Long end) {
        var tags = Lib.tags(TITLE, "T" + number, ARTIST, "A", ALBUM, "B", TRACK_NUMBER, "" + number);
        return new Clip(
                Duration.ofMillis(start), end == null ? null : Duration.ofMillis(end), new Tags(tags, Map.of()));
    }

    private static TagReading reading(Clip... clips) {
        return new TagReading(
                new AudioProperties("FLAC", "FLAC", Duration.ofSeconds(180), false, 900, 44_100, 2, 16),
                new Tags(Lib.tags(TITLE, "All of it", ALBUM, "B"), Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(clips),
                List.of(),
                "test");
    }

    private static TagReading three() {
        return reading(clip(1, 0, 60_000L), clip(2, 60_000, 100_000L), clip(3, 100_000, null));
    }

    private Intake intake() {
        return lib.engine.begin(lib.source.id(), IntakeKind.FULL, false);
    }

    /** Lists a disc, and reads it when it is in the queue. */
    private Intake.Finished scan(SourceItem disc, TagReading reading, FoundCompanion... companions) {
        try (var intake = intake()) {
            intake.observeCompanions(List.of(companions));
            intake.observe(List.of(disc));
            intake.listed(Listing.End.COMPLETE);
            for (var task : intake.claim(10)) {
                intake.deliver(task, reading);
            }
            return intake.finish(Listing.End.COMPLETE, true);
        }
    }

    private List<String> titles() {
        return lib.tracks().items().stream().map(Track::title).toList();
    }

    private TrackDetails details(String title) {
        var track = lib.tracks().items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
        return lib.engine.track(track.id()).join();
    }

    @Test
    void each_clip_is_a_track_with_its_own_length() {
        scan(DISC, three());
        assertEquals(List.of("T1", "T2", "T3"), titles());
        assertEquals(
                List.of(60L, 40L, 80L),
                lib.tracks().items().stream()
                        .map(track -> track.duration().toSeconds())
                        .toList());
        var second = details("T2").files().get(0);
        assertEquals(Duration.ofSeconds(60), second.clip().start());
        assertEquals(Duration.ofSeconds(100), second.clip().end());
        assertEquals(DISC.version(), second.file().version());
        assertEquals(Duration.ofSeconds(180), second.properties().duration());
        assertEquals(1, lib.albums().size());
        assertEquals(List.of("T3"), lib.found("T3"));
    }

    @Test
    void the_tracks_stay_the_same_when_the_file_is_read_again() {
        scan(DISC, three());
        var before = lib.tracks().items();
        scan(Lib.item("a/disc.flac", 101), three());
        assertEquals(
                before.stream().map(Track::id).toList(),
                lib.tracks().items().stream().map(Track::id).toList());
        assertEquals(101, details("T3").files().get(0).file().version().size());
    }

    @Test
    void a_boundary_that_moves_keeps_the_tracks() {
        scan(DISC, three());
        var ids = lib.tracks().items().stream().map(Track::id).toList();
        scan(
                Lib.item("a/disc.flac", 101),
                reading(clip(1, 500, 100_000L), clip(2, 100_000, 150_000L), clip(3, 150_000, null)));
        assertEquals(List.of("T1", "T2", "T3"), titles());
        assertEquals(
                ids.size(),
                lib.tracks().items().stream()
                        .map(Track::id)
                        .filter(ids::contains)
                        .count());
    }

    @Test
    void without_its_sheet_the_file_is_one_track_again() {
        scan(DISC, three(), SHEET);
        try (var intake = intake()) {
            assertEquals(new Intake.Observed(0, 0, 1), intake.observe(List.of(DISC)));
            assertEquals(1, intake.listed(Listing.End.COMPLETE), "the sheet is gone");
            intake.deliver(intake.claim(1).get(0), reading());
            intake.finish(Listing.End.COMPLETE, false);
        }
        assertEquals(List.of("All of it"), titles());
        assertEquals(null, details("All of it").files().get(0).clip());
    }

    @Test
    void a_new_or_changed_sheet_has_the_files_in_its_folder_read_again_and_no_others() {
        scan(DISC, reading());
        try (var intake = intake()) {
            intake.observeCompanions(List.of(SHEET));
            intake.observe(List.of(DISC, Lib.item("b/other.flac")));
            var sheets = new ArrayList<List<String>>();
            for (var task : intake.claim(10)) {
                sheets.add(task.sheets().stream().map(FileRef::name).toList());
            }
            assertEquals(List.of(List.of(), List.of("disc.cue")), sheets, "new ones first");
        }
        scan(DISC, three(), SHEET);
        try (var intake = intake()) {
            intake.observeCompanions(List.of(SHEET));
            intake.observe(List.of(DISC));
            assertEquals(List.of(), intake.claim(10));
            intake.observeCompanions(List.of(new FoundCompanion(Companion.Kind.SHEET, Lib.item("a/disc.cue", 51))));
            assertEquals(1, intake.claim(10).size(), "once, not once for each clip");
        }
    }

    @Test
    void a_sheet_that_is_listed_after_the_file_was_claimed_is_not_missed() {
        try (var intake = intake()) {
            intake.observe(List.of(DISC));
            var early = intake.claim(1).get(0);
            assertEquals(0, intake.observeCompanions(List.of(SHEET)), "it is in the queue already");
            intake.deliver(early, reading());
            var again = intake.claim(1).get(0);
            assertEquals(1, again.sheets().size());
            intake.deliver(again, three());
            intake.finish(Listing.End.COMPLETE, false);
        }
        assertEquals(List.of("T1", "T2", "T3"), titles());
    }

    @Test
    void a_moved_disc_keeps_all_its_tracks() {
        scan(DISC, three());
        var ids = lib.tracks().items().stream().map(Track::id).toList();
        var finished = scan(Lib.item("b/disc.flac"), three());
        assertEquals(3, finished.moved());
        assertEquals(0, finished.missing());
        assertEquals(ids, lib.tracks().items().stream().map(Track::id).toList());
        assertEquals("b/disc.flac", details("T2").files().get(0).path());
    }

    @Test
    void a_disc_that_was_gone_comes_back_with_all_its_tracks() {
        scan(DISC, three());
        var ids = lib.tracks().items().stream().map(Track::id).toList();
        scan(Lib.item("other.mp3"), reading());
        assertEquals(List.of("All of it"), titles());
        try (var intake = intake()) {
            intake.observe(List.of(DISC, Lib.item("other.mp3")));
            assertEquals(List.of(), intake.claim(10));
            intake.finish(Listing.End.COMPLETE, false);
        }
        assertTrue(lib.tracks().items().stream().map(Track::id).toList().containsAll(ids));
    }

    @Test
    void a_disc_that_cannot_be_read_any_more_fails_in_all_its_tracks() {
        scan(DISC, three());
        try (var intake = intake()) {
            intake.observe(List.of(Lib.item("a/disc.flac", 7)));
            intake.fail(intake.claim(1).get(0), "corrupt-file", "It is cut.");
            intake.finish(Listing.End.COMPLETE, false);
        }
        assertEquals(FileState.FAILED, details("T1").files().get(0).state());
        assertEquals(FileState.FAILED, details("T3").files().get(0).state());
    }

    @Test
    void a_track_knows_what_lies_beside_it_best_first() {
        scan(
                Lib.item("a/CD1/song.flac"),
                reading(),
                companion(Companion.Kind.IMAGE, "a/cover.jpg"),
                companion(Companion.Kind.IMAGE, "a/CD1/back.jpg"),
                companion(Companion.Kind.IMAGE, "a/CD1/Folder.JPG"),
                companion(Companion.Kind.LYRICS, "a/CD1/song.txt"),
                companion(Companion.Kind.LYRICS, "a/CD1/song.flac.LRC"),
                companion(Companion.Kind.LYRICS, "a/CD1/other.lrc"),
                companion(Companion.Kind.IMAGE, "b/cover.jpg"));
        assertEquals(
                List.of("a/CD1/song.flac.LRC", "a/CD1/song.txt", "a/CD1/Folder.JPG", "a/CD1/back.jpg", "a/cover.jpg"),
                details("All of it").files().get(0).companions().stream()
                        .map(Companion::path)
                        .toList());
        scan(Lib.item("a/CD1/song.flac"), reading(), companion(Companion.Kind.IMAGE, "a/CD1/back.jpg"));
        assertEquals(1, details("All of it").files().get(0).companions().size(), "what is gone is forgotten");
    }

    @Test
    void lyrics_of_a_whole_disc_are_not_those_of_a_track_of_it() {
        scan(
                DISC,
                three(),
                companion(Companion.Kind.LYRICS, "a/disc.lrc"),
                companion(Companion.Kind.IMAGE, "a/cd.jpg"));
        assertEquals(
                List.of("a/cd.jpg"),
                details("T2").files().get(0).companions().stream()
                        .map(Companion::path)
                        .toList());
    }

    private static FoundCompanion companion(Companion.Kind kind, String path) {
        return new FoundCompanion(kind, Lib.item(path));
    }
}

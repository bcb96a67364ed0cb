package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.MUSICBRAINZ_RECORDING_ID;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.spi.Listing;

/** What a track is found again by when its file has another name, and when too much is gone to be believed. */
@Timeout(120)
class MovesTest {

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

    private record Stored(String path, String etag, String hash, Map<TagField, List<String>> tags, int seconds) {

        SourceItem item() {
            int slash = path.lastIndexOf('/');
            var version = new ItemVersion(100, Instant.ofEpochSecond(1), etag, hash);
            return SourceItem.file(path, path.substring(slash + 1), path.substring(0, Math.max(0, slash)), version);
        }

        TagReading reading() {
            var properties =
                    new AudioProperties("FLAC", "FLAC", Duration.ofSeconds(seconds), false, 900, 44_100, 2, 16);
            return new TagReading(properties, new Tags(tags, Map.of()), List.of(), List.of(), "test");
        }
    }

    private static Stored stored(String path, String etag, String hash, Object... tags) {
        return new Stored(path, etag, hash, Lib.tags(tags), 180);
    }

    private Intake.Finished scan(List<Stored> files, boolean acceptMissing) {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.stream().map(Stored::item).toList());
            for (var tasks = intake.claim(1_000); !tasks.isEmpty(); tasks = intake.claim(1_000)) {
                for (var task : tasks) {
                    intake.deliver(
                            task,
                            files.stream()
                                    .filter(f -> f.path().equals(task.path()))
                                    .findFirst()
                                    .orElseThrow()
                                    .reading());
                }
                lib.engine.cursor(lib.source.id()); // behind what was delivered
            }
            return intake.finish(Listing.End.COMPLETE, acceptMissing);
        }
    }

    private Intake.Finished scan(Stored... files) {
        return scan(List.of(files), false);
    }

    private TrackId trackAt(String path) {
        return lib.tracks().items().stream()
                .map(org.musicplatform.core.api.library.Track::id)
                .filter(id -> lib.engine.track(id).join().files().stream()
                        .anyMatch(f -> f.path().equals(path)))
                .findFirst()
                .orElseThrow();
    }

    private final Stored stays = stored("stays.mp3", null, null, TITLE, "Stays");

    private void assertMoves(Stored from, Stored to) {
        scan(stays, from);
        var track = trackAt(from.path());
        var finished = scan(stays, to);
        assertEquals(1, finished.moved());
        assertEquals(track, trackAt(to.path()));
    }

    @Test
    void by_the_etag_although_the_tags_are_others() {
        assertMoves(stored("a.mp3", "e1", null, TITLE, "A"), stored("b.mp3", "e1", null, TITLE, "B"));
    }

    @Test
    void by_the_hash() {
        assertMoves(stored("a.mp3", null, "md5:1", TITLE, "A"), stored("b.mp3", "other", "md5:1", TITLE, "B"));
    }

    @Test
    void by_the_recording() {
        assertMoves(
                stored("a.mp3", null, null, TITLE, "A", MUSICBRAINZ_RECORDING_ID, "r"),
                stored("b.mp3", null, null, TITLE, "B", MUSICBRAINZ_RECORDING_ID, "r"));
    }

    @Test
    void by_the_tags_when_they_say_enough() {
        assertMoves(
                stored("a.mp3", null, null, TITLE, "A", ARTIST, "X", ALBUM, "L"),
                stored("b.mp3", null, null, TITLE, "a", ARTIST, "x", ALBUM, "l"));
    }

    @Test
    void although_it_is_read_while_the_listing_ends() {
        var from = stored("a.mp3", "e1", null, TITLE, "A");
        var to = stored("b.mp3", "e1", null, TITLE, "A");
        scan(stays, from);
        var track = trackAt("a.mp3");
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(stays.item(), to.item()));
            var task = intake.claim(10).get(0);
            intake.listed(Listing.End.COMPLETE);
            intake.deliver(task, to.reading());
            assertEquals(1, intake.finish(Listing.End.COMPLETE, false).moved());
        }
        assertEquals(track, trackAt("b.mp3"));
        assertEquals(2, lib.engine.counts().join().tracks());
        assertEquals(List.of(), lib.engine.check().join());
    }

    /** Looks at files and is cut off before the end, as by a crash. */
    private void cutOff(boolean read, List<Stored> files) {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.stream().map(Stored::item).toList());
            for (var task : read ? intake.claim(1_000) : List.<Intake.Task>of()) {
                files.stream()
                        .filter(file -> file.path().equals(task.path()))
                        .forEach(file -> intake.deliver(task, file.reading()));
            }
        }
    }

    private void assertMovesOverTheCut(boolean read) {
        var to = stored("b.mp3", "e1", null, TITLE, "B");
        scan(stays, stored("a.mp3", "e1", null, TITLE, "A"));
        var track = trackAt("a.mp3");
        lib.engine.rate(track, 4).join();
        cutOff(read, List.of(stays, to));
        assertEquals(1, scan(stays, to).moved());
        assertEquals(track, trackAt("b.mp3"));
        assertEquals(4, lib.engine.track(track).join().track().annotation().rating());
        assertEquals(0, lib.engine.counts().join().missing());
        assertEquals(2, lib.engine.counts().join().tracks());
    }

    @Test
    void although_the_look_that_met_it_first_was_cut_off() {
        assertMovesOverTheCut(false);
    }

    @Test
    void although_the_look_that_read_it_was_cut_off() {
        assertMovesOverTheCut(true);
    }

    @Test
    void what_only_a_look_knew_that_was_cut_off_holds_nothing_when_it_is_gone() {
        var files = IntStream.range(0, 20)
                .mapToObj(i -> stored(i + ".mp3", null, null, TITLE, "T" + i))
                .toList();
        cutOff(true, files);
        assertEquals(new Intake.Finished(15, 0, false, 15), scan(files.subList(0, 5), false));
    }

    @Test
    void not_by_a_title_alone_nor_at_another_length() {
        var from = stored("a.mp3", null, null, TITLE, "A");
        scan(stays, from);
        assertEquals(0, scan(stays, stored("b.mp3", null, null, TITLE, "A")).moved());
        var tagged = Lib.tags(TITLE, "T", ARTIST, "X", ALBUM, "L");
        scan(stays, new Stored("c.mp3", null, null, tagged, 180));
        assertEquals(
                0, scan(stays, new Stored("d.mp3", null, null, tagged, 300)).moved());
    }

    @Test
    void content_says_more_than_tags_and_no_file_is_found_twice() {
        var one = stored("1.mp3", "e1", null, TITLE, "T", ARTIST, "X", ALBUM, "L");
        var two = stored("2.mp3", "e2", null, TITLE, "T", ARTIST, "X", ALBUM, "L");
        scan(stays, one, two);
        var first = trackAt("1.mp3");
        var second = trackAt("2.mp3");
        scan(
                stays,
                stored("b.mp3", "e2", null, TITLE, "T", ARTIST, "X", ALBUM, "L"),
                stored("a.mp3", "e1", null, TITLE, "T", ARTIST, "X", ALBUM, "L"));
        assertEquals(first, trackAt("a.mp3"));
        assertEquals(second, trackAt("b.mp3"));
    }

    @Test
    void in_a_later_look_too() {
        var from = stored("a.mp3", null, null, TITLE, "A", ARTIST, "X", ALBUM, "L");
        scan(stays, from);
        var track = trackAt("a.mp3");
        assertEquals(1, scan(stays).missing());
        scan(stays, stored("b.mp3", null, null, TITLE, "A", ARTIST, "X", ALBUM, "L"));
        assertEquals(track, trackAt("b.mp3"));
    }

    @Test
    void thousands_at_once() {
        int many = 5_000;
        var before = new ArrayList<Stored>();
        var after = new ArrayList<Stored>();
        for (int i = 0; i < many; i++) {
            before.add(stored("old/" + i + ".mp3", "e" + i, null));
            after.add(stored("new/" + i + ".mp3", "e" + i, null));
        }
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(before.stream().map(Stored::item).toList());
            for (var task : intake.claim(many)) {
                intake.deliver(task, Lib.reading(Map.of()));
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
        var track = lib.tracks().items().get(0).id();
        String path = lib.engine.track(track).join().files().get(0).path();
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(after.stream().map(Stored::item).toList());
            assertEquals(many, intake.finish(Listing.End.COMPLETE, false).moved());
        }
        assertEquals(
                path.replace("old/", "new/"),
                lib.engine.track(track).join().files().get(0).path());
    }

    @Test
    void a_drive_that_is_mounted_anew_is_not_read_again() {
        var file = stored("a.mp3", "inode 1", null, TITLE, "A");
        scan(stays, file);
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            var again = intake.observe(
                    List.of(stays.item(), stored("a.mp3", "inode 2", null).item()));
            assertEquals(2, again.unchanged());
            assertEquals(List.of(), intake.claim(10));
            intake.finish(Listing.End.COMPLETE, false);
        }
        // and the new etag is what it is found by from now on
        assertMovesFrom("a.mp3", stored("b.mp3", "inode 2", null, TITLE, "B"));
    }

    private void assertMovesFrom(String path, Stored to) {
        var track = trackAt(path);
        assertEquals(1, scan(stays, to).moved());
        assertEquals(track, trackAt(to.path()));
    }

    @Test
    void a_source_whose_files_are_all_gone_is_held_although_new_ones_are_there() {
        var old = files("old", 50);
        scan(old, false);
        var look = new ArrayList<>(files("new", 1));
        var held = scan(look, false);
        assertEquals(true, held.held());
        assertEquals(SourceState.HELD, lib.engine.sources().get(0).state());
        assertEquals(51, lib.tracks().items().size(), "nothing is hidden before the decision");
        assertEquals(50, scan(look, true).missing());
        assertEquals(1, lib.tracks().items().size());
    }

    @Test
    void more_than_a_tenth_and_a_hundred_are_held_and_not_less() {
        var all = files("f", 1_200);
        scan(all, false);
        assertEquals(true, scan(all.subList(0, 1_200 - 121), false).held());
        var finished = scan(all.subList(0, 1_200 - 120), false);
        assertEquals(false, finished.held());
        assertEquals(120, finished.missing());
    }

    @Test
    void a_few_of_a_small_source_are_believed() {
        scan(files("f", 20), false);
        assertEquals(19, scan(files("f", 1), false).missing());
        assertNotEquals(SourceState.HELD, lib.engine.sources().get(0).state());
    }

    private static List<Stored> files(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> stored(name + "/" + i + ".mp3", null, null, TITLE, name + i))
                .toList();
    }
}

package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.FieldValue;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.spi.Listing;

class IntakeTest {

    @TempDir
    Path folder;

    private Lib lib;
    private final Map<String, Map<TagField, List<String>>> files = new TreeMap<>();

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        for (int i = 1; i <= 4; i++) {
            files.put("a/" + i + ".mp3", Lib.tags(TITLE, "T" + i, ARTIST, "A", ALBUM, "B"));
        }
    }

    @AfterEach
    void close() {
        lib.close();
    }

    @Test
    void a_new_file_waits_in_the_queue_and_becomes_a_track_when_it_is_read() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            assertEquals(new Intake.Observed(1, 0, 0), intake.observe(List.of(Lib.item("x/Some Song.mp3"))));
            assertEquals(1, lib.engine.queued(lib.source.id()));
            assertEquals(List.of(), lib.tracks().items());
            intake.deliver(intake.claim(1).get(0), Lib.reading(Map.of()));
        }
        assertEquals(0, lib.engine.queued(lib.source.id()));
        assertEquals(List.of("Some Song"), lib.found("some"));
        var details = lib.engine.track(lib.tracks().items().get(0).id()).join();
        assertEquals(FieldValue.Origin.FILE_NAME, details.fields().get(0).origin());
        assertEquals(FileState.READY, details.files().get(0).state());
    }

    @Test
    void a_file_that_cannot_be_read_is_a_track_under_its_name() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("x/Some Song.mp3")));
            intake.fail(intake.claim(1).get(0), "corrupt", "It is damaged.");
        }
        var details = lib.engine.track(lib.tracks().items().get(0).id()).join();
        assertEquals("Some Song", details.track().title());
        assertEquals(FileState.FAILED, details.files().get(0).state());
        assertEquals("It is damaged.", details.files().get(0).reason());
    }

    @Test
    void a_counted_playing_time_replaces_an_estimated_one_and_no_other() {
        for (boolean estimated : new boolean[] {true, false}) {
            try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, true)) {
                intake.observe(List.of(Lib.item("x.mp3")));
                intake.deliver(
                        intake.claim(1).get(0),
                        new TagReading(
                                new AudioProperties(
                                        "MPEG", "MP3", Duration.ofMinutes(3), estimated, 128, 44_100, 2, null),
                                Tags.NONE,
                                List.of(),
                                List.of(),
                                "test"));
                intake.finish(Listing.End.COMPLETE, false);
            }
            var id = lib.tracks().items().get(0).id();
            var file = lib.engine.track(id).join().files().get(0);
            lib.engine.correctDuration(file.id(), Duration.ofMillis(183_456));
            lib.engine.sources(); // behind it in the queue
            var expected = estimated ? Duration.ofMillis(183_456) : Duration.ofMinutes(3);
            var track = lib.engine.track(id).join();
            assertEquals(expected, track.track().duration());
            assertEquals(expected, track.files().get(0).properties().duration());
            assertFalse(track.files().get(0).properties().durationEstimated());
        }
    }

    @Test
    void what_did_not_change_is_not_read_again() {
        lib.scan(files);
        long revision = lib.engine.revision().join();
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            var items = new ArrayList<>(files.keySet().stream().map(Lib::item).toList());
            items.set(0, Lib.item("a/1.mp3", 999));
            assertEquals(new Intake.Observed(0, 1, 3), intake.observe(items));
            assertEquals(1, intake.claim(10).size());
            assertEquals(List.of(), intake.claim(10));
        }
        assertEquals(revision, lib.engine.revision().join());
    }

    @Test
    void a_renamed_file_keeps_its_track() {
        lib.scan(files);
        var before = lib.engine
                .search("T2", org.musicplatform.core.api.library.SearchLimits.DEFAULT)
                .join();
        files.put("b/other.mp3", files.remove("a/2.mp3"));
        assertEquals(new Intake.Finished(0, 1, false, 0), lib.scan(files));
        var after = lib.engine
                .search("T2", org.musicplatform.core.api.library.SearchLimits.DEFAULT)
                .join();
        assertEquals(before.tracks(), after.tracks());
        assertEquals(4, lib.tracks().items().size());
        assertEquals(1, lib.albums().size());
    }

    @Test
    void a_file_that_vanished_is_missing_and_comes_back_as_the_same_track() {
        lib.scan(files);
        var ids = lib.tracks().items().stream().map(Track::id).toList();
        var tags = files.remove("a/4.mp3");
        assertEquals(new Intake.Finished(1, 0, false, 1), lib.scan(files));
        assertEquals(3, lib.tracks().items().size());
        assertEquals(1, lib.engine.counts().join().missing());
        assertEquals(
                FileState.MISSING,
                lib.engine.track(ids.get(3)).join().files().get(0).state());
        files.put("a/4.mp3", tags);
        lib.scan(files);
        assertEquals(ids, lib.tracks().items().stream().map(Track::id).toList());
    }

    @Test
    void an_emptied_root_is_held_until_it_is_accepted() {
        lib.scan(files);
        assertEquals(new Intake.Finished(0, 0, true, 4), lib.scan(Map.of()));
        assertEquals(SourceState.HELD, lib.engine.sources().get(0).state());
        assertEquals(4, lib.tracks().items().size());
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            assertEquals(4, intake.finish(Listing.End.COMPLETE, true).missing());
        }
        assertEquals(List.of(), lib.tracks().items());
        assertEquals(List.of(), lib.albums());
        assertEquals(List.of(), lib.engine.artists(PageRequest.FIRST).join().items());
    }

    @Test
    void a_look_at_a_folder_answers_no_question_about_the_rest() {
        lib.scan(files);
        lib.scan(Map.of());
        var item = Lib.item("a/1.mp3");
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FOLDERS, false)) {
            intake.observe(List.of(item));
            intake.folderListed("c", true, List.of());
            assertEquals(0, intake.finish(Listing.End.COMPLETE, false).missing());
        }
        assertEquals(SourceState.HELD, lib.engine.sources().get(0).state());
        assertEquals(4, lib.engine.held(lib.source.id(), 10).files());
    }

    @Test
    void what_was_skipped_is_not_missing() {
        files.put("c/d/9.mp3", Lib.tags(TITLE, "deep"));
        lib.scan(files);
        var end = new Listing.End("c1", List.of(new Listing.Skipped("a/", "a", "no right to read it")));
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            assertEquals(1, intake.finish(end, false).missing());
        }
        assertEquals("c1", lib.engine.cursor(lib.source.id()));
        assertEquals(4, lib.tracks().items().size());
    }

    @Test
    void only_what_is_told_to_be_gone_is_missing_after_a_listing_of_changes() {
        lib.scan(files);
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            intake.observe(List.of(SourceItem.removed("a/3.mp3")));
            assertEquals(1, intake.finish(Listing.End.COMPLETE, false).missing());
        }
    }

    @Test
    void a_failure_is_kept_with_its_reason() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("bad.mp3")));
            intake.fail(intake.claim(1).get(0), "unreadable", "It is no music.");
            intake.finish(Listing.End.COMPLETE, false);
        }
        assertEquals(1, lib.engine.counts().join().failed());
        assertEquals(1, lib.engine.sources().get(0).failed());
    }

    @Test
    void the_queue_goes_on_after_a_crash() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.keySet().stream().map(Lib::item).toList());
            intake.claim(3);
            lib.engine.close();
        }
        lib = new Lib(folder);
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            assertEquals(4, intake.claim(10).size());
        }
    }

    @Test
    void changes_are_told_after_they_are_committed() {
        lib.scan(files);
        lib.engine.forgetSource(lib.source.id());
        var last = lib.events.get(lib.events.size() - 1);
        assertEquals(4, last.removed().size());
        assertEquals(last.revision(), lib.engine.revision().join());
        long rising = 0;
        for (var event : lib.events) {
            assertTrue(event.revision() > rising);
            rising = event.revision();
        }
    }

    @Test
    void an_absorbed_source_keeps_its_tracks() {
        lib.scan(files);
        var ids = lib.tracks().items().stream().map(Track::id).toList();
        var outer = lib.engine.addSource("local", "/", "All");
        lib.engine.absorbSource(lib.source.id(), outer.id(), "music/", "music");
        var file = lib.engine.track(ids.get(0)).join().files().get(0);
        assertEquals("music/a/1.mp3", file.path());
        assertEquals("music/a/1.mp3", file.file().itemId());
        assertEquals(ids, lib.tracks().items().stream().map(Track::id).toList());
        assertEquals(1, lib.engine.sources().size());
        var folder = lib.engine.folder(outer.id(), "music").join();
        assertEquals(4, folder.files());
        var below = TrackFilter.ALL.withFolder(folder.id());
        assertEquals(
                4, lib.engine.tracks(below, PageRequest.FIRST).join().items().size());
    }

    @Test
    void pages_stay_in_step_while_readers_and_the_writer_work() {
        for (int i = 10; i < 60; i++) {
            files.put("a/" + i + ".mp3", Lib.tags(TITLE, "T" + i, ARTIST, "A", ALBUM, "B"));
        }
        lib.scan(files);
        var readers = new ArrayList<CompletableFuture<Integer>>();
        for (int reader = 0; reader < 8; reader++) {
            readers.add(CompletableFuture.supplyAsync(this::walk));
        }
        for (int i = 0; i < 10; i++) {
            // named as titled: a track that tags rename in mid-walk may rightly be met at both places
            files.put("z/A" + i + ".mp3", Lib.tags(TITLE, "A" + i, ARTIST, "Z"));
            lib.scan(files);
        }
        readers.forEach(reader -> assertTrue(reader.join() >= 54));
    }

    private int walk() {
        var seen = new ArrayList<Track>();
        String after = null;
        do {
            var page = lib.engine
                    .tracks(TrackFilter.ALL, new PageRequest(7, after))
                    .join();
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(seen.size(), seen.stream().map(Track::id).distinct().count());
        return seen.size();
    }

    @Test
    void a_source_that_is_being_indexed_is_neither_forgotten_nor_absorbed() {
        var outer = lib.engine.addSource("local", "/", "All");
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            assertEquals(0, intake.claim(1).size());
            for (Runnable change : List.<Runnable>of(
                    () -> lib.engine.forgetSource(lib.source.id()),
                    () -> lib.engine.absorbSource(lib.source.id(), outer.id(), "music/", "music"))) {
                assertEquals(
                        LibraryException.IN_USE,
                        assertThrows(LibraryException.class, change::run).code());
            }
        }
        assertTrue(lib.engine.forgetSource(lib.source.id()));
    }

    @Test
    void a_file_that_both_sources_hold_keeps_the_inner_track() {
        lib.scan(files);
        var ids = lib.tracks().items().stream().map(Track::id).toList();
        var outer = lib.engine.addSource("local", "/", "All");
        try (var intake = lib.engine.begin(outer.id(), IntakeKind.FULL, false)) {
            intake.observe(files.keySet().stream()
                    .map(path -> Lib.item("music/" + path))
                    .toList());
            for (var task : intake.claim(10)) {
                intake.deliver(task, Lib.reading(files.get(task.path().substring("music/".length()))));
            }
            intake.finish(org.musicplatform.core.api.source.spi.Listing.End.COMPLETE, false);
        }
        assertEquals(2 * ids.size(), lib.tracks().items().size());
        lib.engine.absorbSource(lib.source.id(), outer.id(), "music/", "music");
        assertEquals(ids, lib.tracks().items().stream().map(Track::id).toList());
    }

    @Test
    void artists_are_counted_as_they_are_listed() {
        files.put("c/1.mp3", Lib.tags(TITLE, "X", ARTIST, "Solo", ALBUM, "C", TagField.ALBUM_ARTIST, "Orchestra"));
        lib.scan(files);
        var listed = lib.engine.artists(PageRequest.first(1_000)).join().items();
        assertTrue(listed.stream().anyMatch(artist -> artist.name().equals("Orchestra")));
        assertEquals(listed.size(), lib.engine.counts().join().artists());
    }

    @Test
    void what_is_released_is_claimed_again_and_a_reread_reads_all() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("a/1.mp3")));
            var task = intake.claim(1).get(0);
            assertEquals(0, intake.claim(1).size());
            intake.release(task);
            assertEquals(1, intake.claim(1).size());
        }
        lib.scan(files);
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, true)) {
            intake.observe(files.keySet().stream().map(Lib::item).toList());
            assertEquals(files.size(), intake.claim(100).size());
        }
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        lib.scan(files);
        String next =
                lib.engine.tracks(TrackFilter.ALL, PageRequest.first(1)).join().next();
        for (String cursor : List.of(next, "???", "")) {
            var failure = assertThrows(
                    java.util.concurrent.CompletionException.class,
                    () -> lib.engine.artists(new PageRequest(1, cursor)).join());
            assertEquals(LibraryException.BAD_CURSOR, ((LibraryException) failure.getCause()).code());
        }
        assertFalse(next.isEmpty());
    }
}

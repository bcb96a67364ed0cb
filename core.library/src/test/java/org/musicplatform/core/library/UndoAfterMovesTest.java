package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/** What a person decided can be taken back although the files have other names since. */
@Timeout(60)
class UndoAfterMovesTest {

    @TempDir
    Path folder;

    private final Map<String, String> titles = new TreeMap<>(); // of what is there, by path
    private final Map<String, String> etags = new TreeMap<>(); // the same
    private Lib lib;
    private TrackId one;
    private TrackId three;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        put("a/1.mp3", "One", "inode 1");
        put("a/2.mp3", "Two", "inode 2");
        put("b/3.mp3", "Three", "inode 3");
        scan();
        one = lib.track("One");
        three = lib.track("Three");
        lib.engine.rate(three, 4).join();
    }

    @AfterEach
    void sound() {
        assertEquals(List.of(), lib.engine.check().join());
        lib.close();
    }

    private void put(String path, String title, String etag) {
        titles.put(path, title);
        etags.put(path, etag);
    }

    private void move(String from, String to) {
        put(to, titles.remove(from), etags.remove(from));
    }

    private SourceItem item(String path) {
        int slash = path.lastIndexOf('/');
        String etag = etags.get(path);
        var version = new ItemVersion(100, Instant.ofEpochSecond(1), etag.isEmpty() ? null : etag, null);
        return SourceItem.file(path, path.substring(slash + 1), path.substring(0, slash), version);
    }

    /** Looks at the source; returns how many files moved. */
    private int scan() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(titles.keySet().stream().map(this::item).toList());
            for (var task : intake.claim(100)) {
                intake.deliver(
                        task,
                        Lib.reading(
                                Lib.tags(TITLE, titles.get(task.path()), ARTIST, "X", ALBUM, "L", TRACK_NUMBER, "1")));
            }
            lib.engine.cursor(lib.source.id()); // behind what was delivered
            return intake.finish(Listing.End.COMPLETE, true).moved();
        }
    }

    private List<String> paths(TrackId track) {
        return lib.engine.track(track).join().files().stream()
                .map(TrackFile::path)
                .sorted()
                .toList();
    }

    private Decision merge() {
        return lib.engine.mergeTracks(List.of(one, three)).join();
    }

    private void assertApart(Decision merge, String pathOfOne, String pathOfThree) {
        assertEquals(2, lib.engine.counts().join().tracks(), "they are one still");
        assertEquals(List.of(), lib.engine.undo(merge.id()).join());
        assertEquals(List.of(pathOfOne), paths(one));
        assertEquals(List.of(pathOfThree), paths(three));
        assertEquals("One", lib.engine.track(one).join().track().title());
        assertEquals("Three", lib.engine.track(three).join().track().title());
        assertEquals(4, lib.engine.track(three).join().track().annotation().rating());
        assertEquals(0, lib.engine.track(one).join().track().annotation().rating());
        assertEquals(3, lib.engine.counts().join().tracks());
        assertEquals(0, scan());
        assertEquals(List.of(pathOfThree), paths(three), "it stays so");
    }

    @Test
    void a_merge_although_files_of_it_were_renamed() {
        var merge = merge();
        move("b/3.mp3", "b/drei.mp3");
        assertEquals(1, scan());
        move("a/1.mp3", "c/eins.mp3");
        move("b/drei.mp3", "c/drei.mp3");
        assertEquals(2, scan());
        assertApart(merge, "c/eins.mp3", "c/drei.mp3");
    }

    @Test
    void a_merge_although_a_file_was_renamed_that_only_its_tags_tell() {
        titles.keySet().forEach(path -> etags.put(path, ""));
        scan();
        var merge = merge();
        move("b/3.mp3", "b/drei.mp3");
        assertEquals(1, scan());
        assertEquals(List.of("a/1.mp3", "b/drei.mp3"), paths(one));
        assertApart(merge, "a/1.mp3", "b/drei.mp3");
    }

    @Test
    void a_merge_although_a_folder_moved_as_its_source_told() {
        var merge = merge();
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            assertEquals(1, intake.folderMoved("b", "z/deep", "z/deep"));
            move("b/3.mp3", "z/deep/3.mp3");
            intake.observe(titles.keySet().stream().map(this::item).toList());
            assertEquals(0, intake.finish(Listing.End.COMPLETE, false).missing());
        }
        assertApart(merge, "a/1.mp3", "z/deep/3.mp3");
    }

    @Test
    void a_merge_although_a_folder_moved_that_a_look_met_under_its_new_name() {
        var merge = merge();
        move("a/1.mp3", "old/a/1.mp3");
        move("a/2.mp3", "old/a/2.mp3");
        move("b/3.mp3", "old/b/3.mp3");
        assertEquals(3, scan());
        assertApart(merge, "old/a/1.mp3", "old/b/3.mp3");
    }

    @Test
    void a_merge_although_a_file_was_renamed_while_the_program_was_closed() {
        var merge = merge();
        lib.close();
        lib = new Lib(folder);
        move("b/3.mp3", "b/drei.mp3");
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(titles.keySet().stream().map(this::item).toList());
            intake.listed(Listing.End.COMPLETE); // found before it is read
            assertEquals(List.of(), intake.claim(10));
            intake.finish(Listing.End.COMPLETE, false);
        }
        assertApart(merge, "a/1.mp3", "b/drei.mp3");
    }

    @Test
    void a_merge_of_which_a_file_is_gone_for_good_is_refused_in_words() {
        var merge = merge();
        move("b/3.mp3", "b/drei.mp3");
        scan();
        titles.remove("b/drei.mp3");
        scan();
        lib.engine.purge(Duration.ZERO, true).join();
        assertEquals(
                List.of(three + " (Three) did not come back: its files are gone."),
                lib.engine.undo(merge.id()).join());
        assertEquals(List.of("a/1.mp3"), paths(one));
    }

    @Test
    void a_merge_although_one_look_missed_a_file_and_a_later_one_found_it() {
        var merge = merge();
        titles.remove("b/3.mp3");
        scan();
        put("c/drei.mp3", "Three", "inode 9");
        scan();
        var found = lib.track("Three");
        assertNotEquals(one, found);
        assertEquals(List.of(), lib.engine.undo(merge.id()).join());
        assertEquals(three, lib.track("Three"));
        assertEquals(List.of("b/3.mp3", "c/drei.mp3"), paths(three));
        assertEquals(4, lib.engine.track(three).join().track().annotation().rating());
        assertEquals(List.of("a/1.mp3"), paths(one));
        assertEquals(3, lib.engine.counts().join().tracks());
    }

    @Test
    void a_merge_of_tracks_that_are_called_alike_does_not_give_one_the_file_of_the_other() {
        put("c/3.mp3", "One", "inode 4");
        scan();
        var twin = lib.tracks().items().stream()
                .filter(track -> track.title().equals("One") && !track.id().equals(one))
                .findFirst()
                .orElseThrow()
                .id();
        var merge = lib.engine.mergeTracks(List.of(one, twin)).join();
        titles.remove("c/3.mp3");
        scan();
        assertEquals(List.of(), lib.engine.undo(merge.id()).join());
        assertEquals(List.of("a/1.mp3"), paths(one));
        assertEquals(List.of("c/3.mp3"), paths(twin));
    }

    @Test
    void a_merge_once_and_no_second_time() {
        var merge = merge();
        move("b/3.mp3", "b/drei.mp3");
        scan();
        lib.engine.undo(merge.id()).join();
        var again = assertThrows(
                CompletionException.class, () -> lib.engine.undo(merge.id()).join());
        assertEquals(LibraryException.NOTHING_TO_DO, ((LibraryException) again.getCause()).code());
    }

    @Test
    void a_file_that_was_split_off_and_renamed() {
        merge();
        var file = lib.engine.track(one).join().files().stream()
                .filter(each -> each.path().equals("b/3.mp3"))
                .findFirst()
                .orElseThrow()
                .id();
        var split = lib.engine.splitFile(file).join();
        move("b/3.mp3", "b/drei.mp3");
        assertEquals(1, scan());
        assertNotEquals(one, lib.track("Three"));
        assertEquals(List.of(), lib.engine.undo(split.id()).join());
        assertEquals(List.of("a/1.mp3", "b/drei.mp3"), paths(one));
        assertEquals(2, lib.engine.decisions(PageRequest.FIRST).join().items().size());
    }
}

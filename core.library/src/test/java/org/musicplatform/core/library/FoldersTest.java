package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.spi.Listing;

/** Folders as a person goes through them. */
class FoldersTest {

    @TempDir
    Path folder;

    private Lib lib;
    private final Map<String, Map<TagField, List<String>>> files = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        for (String path : List.of(
                "top.mp3",
                "Zoo/1.mp3",
                "abba/Gold/b.mp3",
                "abba/Gold/A.mp3",
                "abba/Gold (more)/x.mp3",
                "abba/live.mp3")) {
            files.put(path, Lib.tags(TagField.TITLE, "Title of " + path));
        }
        lib.scan(files);
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private Folder folder(String path) {
        return lib.engine.folder(lib.source.id(), path).join();
    }

    private List<String> entries(String path, int limit) {
        var names = new ArrayList<String>();
        String after = null;
        do {
            var page = lib.engine
                    .entries(folder(path).id(), new PageRequest(limit, after))
                    .join();
            page.items().forEach(entry -> names.add(name(entry)));
            after = page.next();
        } while (after != null);
        return names;
    }

    private static String name(FolderEntry entry) {
        return entry.folder() != null
                ? entry.folder().name() + "/"
                : entry.file().name();
    }

    @Test
    void the_root_of_each_source_bears_its_name_and_counts_all_below() {
        lib.engine.addSource("local", "/empty", "Empty");
        var roots = lib.engine.folders(null, PageRequest.FIRST).join().items();
        assertEquals(1, roots.size(), "a source without files has none");
        var root = roots.get(0);
        assertEquals("Music", root.name());
        assertEquals("", root.path());
        assertNull(root.parent());
        assertEquals(6, root.files());
        assertEquals(2, root.folders());
        assertEquals(root, folder(""));
        assertEquals(root, lib.engine.folder(root.id()).join());
    }

    @Test
    void folders_are_listed_by_name_with_what_is_in_and_below_them() {
        var inRoot =
                lib.engine.folders(folder("").id(), PageRequest.FIRST).join().items();
        assertEquals(List.of("abba", "Zoo"), inRoot.stream().map(Folder::name).toList());
        assertEquals(4, inRoot.get(0).files());
        assertEquals(2, inRoot.get(0).folders());
        assertEquals("abba", inRoot.get(0).path());
        assertEquals(folder("").id(), inRoot.get(0).parent());
        var gold = folder("abba/Gold");
        assertEquals("Gold", gold.name());
        assertEquals(2, gold.files());
    }

    @Test
    void a_folder_that_moved_takes_its_files_along_and_each_tells_why_it_is_the_same() {
        var track = lib.tracks().items().stream()
                .filter(each -> each.title().endsWith("Gold/b.mp3"))
                .findFirst()
                .orElseThrow()
                .id();
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            assertEquals(2, intake.folderMoved("abba/Gold", "Best", "Best"));
            intake.finish(Listing.End.COMPLETE, false);
        }
        var reason = lib.engine.explain(track).join().reasons().get(0);
        assertEquals("Best/b.mp3", reason.subject());
        assertEquals("Its source says that it is a known file under another name.", reason.words());
    }

    @Test
    void entries_are_folders_and_then_files_by_name_whatever_the_size_of_a_page() {
        for (int limit = 1; limit <= 5; limit++) {
            assertEquals(List.of("Gold/", "Gold (more)/", "live.mp3"), entries("abba", limit));
            assertEquals(List.of("A.mp3", "b.mp3"), entries("abba/Gold", limit));
            assertEquals(List.of("abba/", "Zoo/", "top.mp3"), entries("", limit));
        }
    }

    @Test
    void a_file_is_listed_under_its_name_before_its_tags_are_read() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("abba/new.mp3"), Lib.item("new/new.mp3")));
            var entries = lib.engine
                    .entries(folder("abba").id(), PageRequest.FIRST)
                    .join()
                    .items();
            var unread = entries.get(3).file();
            assertEquals("new.mp3", unread.name());
            assertEquals(FileState.QUEUED, unread.state());
            assertEquals(100, unread.size());
            assertNull(unread.track());
            var read = entries.get(2).file();
            assertEquals(FileState.READY, read.state());
            assertEquals("Title of abba/live.mp3", read.track().title());
            assertEquals(1, folder("new").files());
            assertEquals(6, lib.tracks().items().size(), "lists of tracks have tracks only");
        }
    }

    @Test
    void what_is_missing_and_folders_with_nothing_else_are_not_listed() {
        files.remove("Zoo/1.mp3");
        files.remove("abba/Gold/A.mp3");
        lib.scan(files);
        assertEquals(List.of("abba/", "top.mp3"), entries("", 5));
        assertEquals(List.of("b.mp3"), entries("abba/Gold", 5));
        assertEquals(4, folder("").files());
        assertEquals(0, folder("Zoo").files());
    }

    @Test
    void a_file_that_could_not_be_read_is_listed_with_the_reason() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            files.put("abba/bad.mp3", Map.of());
            intake.observe(files.keySet().stream().map(Lib::item).toList());
            for (var task : intake.claim(10)) {
                intake.fail(task, "bad-file", "It has no end.");
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
        var bad = lib.engine
                .entries(folder("abba").id(), PageRequest.FIRST)
                .join()
                .items()
                .get(2)
                .file();
        assertEquals(FileState.FAILED, bad.state());
        assertEquals("It has no end.", bad.reason());
    }

    @Test
    void pages_of_entries_go_on_while_files_come() {
        var page = lib.engine.entries(folder("abba").id(), PageRequest.first(2)).join();
        files.put("abba/Fernando/1.mp3", Map.of()); // before what was shown
        files.put("abba/zzz/1.mp3", Map.of()); // a folder behind the last one, which was the last
        files.put("abba/kisses.mp3", Map.of());
        lib.scan(files);
        var rest = lib.engine
                .entries(folder("abba").id(), new PageRequest(10, page.next()))
                .join();
        assertEquals(
                List.of("zzz/", "kisses.mp3", "live.mp3"),
                rest.items().stream().map(FoldersTest::name).toList());
    }

    @Test
    void what_is_not_there_is_named_and_cursors_of_other_folders_are_refused() {
        var unknown = assertThrows(
                CompletionException.class,
                () -> lib.engine.entries(new FolderId(99), PageRequest.FIRST).join());
        assertTrue(unknown.getCause().getMessage().contains("folder fo99"), unknown::toString);
        assertThrows(CompletionException.class, () -> folder("abba/Silver"));
        var next = new PageRequest(
                1,
                lib.engine.entries(folder("").id(), PageRequest.first(1)).join().next());
        for (Runnable other : List.<Runnable>of(
                () -> lib.engine.entries(folder("abba").id(), next).join(),
                () -> lib.engine.folders(folder("").id(), next).join())) {
            var refused = assertThrows(CompletionException.class, other::run);
            assertEquals(LibraryException.BAD_CURSOR, ((LibraryException) refused.getCause()).code());
        }
    }
}

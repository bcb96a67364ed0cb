package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceItem.Kind;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;

class FolderListingTest {

    @TempDir
    Path temp;

    Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("music"));
    }

    private void file(Path base, String path) throws IOException {
        Files.createDirectories(base.resolve(path).getParent());
        Files.writeString(base.resolve(path), path);
    }

    private FolderSession open() {
        var account = new SourceAccount(new SourceId(1), "local", root.toString(), "music");
        return (FolderSession) new LocalStorageProvider().open(account, Credentials.NONE);
    }

    private static List<SourceItem> items(Listing listing) throws IOException {
        List<SourceItem> items = new ArrayList<>();
        try (listing) {
            Listing.ListingPage page;
            do {
                page = listing.next();
                assertTrue(page.items().size() <= 500);
                items.addAll(page.items());
            } while (page.end() == null);
            assertEquals(List.of(), page.end().skipped());
        }
        return items;
    }

    private static List<String> ids(Listing listing) throws IOException {
        return items(listing).stream().map(SourceItem::id).toList();
    }

    @Test
    void a_folder_is_listed_with_its_files_and_folders_and_nothing_deeper() throws IOException {
        file(root, "a/one.mp3");
        file(root, "a/b c/two.mp3");
        file(root, "a/b c/d/three.mp3");
        file(root, "z/four.mp3");
        try (var session = open()) {
            var items = items(session.listFolder("a/"));
            assertEquals(
                    List.of("a/one.mp3", "a/b%20c/"),
                    items.stream().map(SourceItem::id).toList());
            assertEquals(
                    List.of(Kind.FILE, Kind.FOLDER),
                    items.stream().map(SourceItem::kind).toList());
            assertEquals("a/b c", items.get(1).path());
            assertEquals(List.of("a/", "z/"), ids(session.listFolder("")));
            assertEquals(List.of("a/b%20c/two.mp3", "a/b%20c/d/three.mp3"), ids(session.listBelow("a/b%20c/")));
            assertEquals(items(session.list()), items(session.listBelow("")));
            assertEquals(
                    items(session.list()).stream()
                            .filter(i -> i.id().startsWith("a/"))
                            .toList(),
                    items(session.listBelow("a/")));
        }
    }

    @Test
    void a_large_folder_comes_in_pages() throws IOException {
        for (int i = 0; i < 1_234; i++) {
            file(root, "n/" + i + ".txt");
        }
        try (var session = open()) {
            assertEquals(
                    1_234, ids(session.listFolder("n/")).stream().distinct().count());
        }
    }

    @Test
    void what_is_no_folder_here_is_not_found_and_a_root_that_is_gone_unavailable() throws IOException {
        file(root, "a/one.mp3");
        file(temp, "outside/two.mp3");
        try (var session = open()) {
            for (String id :
                    List.of("b/", "a/one.mp3", "a/one.mp3/", "a", "../outside/", "%2e%2e/outside/", "a//", "/", "%/")) {
                for (int i = 0; i < 2; i++) {
                    int deep = i;
                    var e = assertThrows(
                            SourceException.class,
                            () -> items(deep == 0 ? session.listFolder(id) : session.listBelow(id)),
                            id);
                    assertEquals(SourceException.NOT_FOUND, e.code(), id);
                }
            }
            Files.move(root, temp.resolve("gone"));
            var e = assertThrows(SourceException.class, () -> session.listFolder("a/"));
            assertEquals(SourceException.UNAVAILABLE, e.code());
        }
    }

    @Test
    void links_are_followed_where_the_whole_walk_follows_them() throws IOException {
        file(root, "in/one.mp3");
        file(temp, "outside/two.mp3");
        file(temp, "outside/deep/three.mp3");
        Files.createSymbolicLink(root.resolve("again"), root.resolve("in"));
        Files.createSymbolicLink(root.resolve("out1"), temp.resolve("outside"));
        Files.createSymbolicLink(root.resolve("out2"), temp.resolve("outside"));
        Files.createSymbolicLink(root.resolve("out3"), temp.resolve("outside/deep"));
        Files.createSymbolicLink(root.resolve("up"), temp);
        Files.createSymbolicLink(root.resolve("two.mp3"), temp.resolve("outside/two.mp3"));
        Files.createSymbolicLink(root.resolve("broken"), temp.resolve("nothing"));
        try (var session = open()) {
            // first asked for before any whole walk
            assertEquals(List.of(), ids(session.listFolder("out2/")));
            assertEquals(List.of(), ids(session.listBelow("out3/")));
            assertEquals(List.of(), ids(session.listBelow("again/")));
            assertEquals(List.of("out1/two.mp3", "out1/deep/"), ids(session.listFolder("out1/")));
            assertEquals(List.of("in/", "out1/", "up/"), ids(session.listFolder("")));
            assertEquals(List.of(), ids(session.listFolder("up/music/in/")));
            assertEquals(List.of("in/one.mp3", "out1/two.mp3", "out1/deep/three.mp3"), ids(session.list()));
            List<String> byFolder = new ArrayList<>();
            for (String id : List.of("", "again/", "in/", "out1/", "out1/deep/", "out2/", "out3/", "up/")) {
                items(session.listFolder(id)).stream()
                        .filter(item -> item.kind() == Kind.FILE)
                        .forEach(item -> byFolder.add(item.id()));
            }
            assertEquals(
                    ids(session.list()).stream().sorted().toList(),
                    byFolder.stream().sorted().toList());
        }
    }

    @Test
    void a_link_to_what_is_left_out_elsewhere_is_followed() throws IOException {
        file(root, ".kept/album/one.mp3");
        Files.createSymbolicLink(root.resolve("album"), root.resolve(".kept/album"));
        try (var session = open()) {
            assertEquals(List.of("album/one.mp3"), ids(session.list()));
            assertEquals(List.of("album/one.mp3"), ids(session.listFolder("album/")));
        }
    }

    @Test
    void a_way_back_into_a_folder_around_is_not_walked() throws IOException {
        file(root, "a/b/one.mp3");
        var start = new Folder(root, FileFacts.of(root), "", "", null, null);
        Set<Object> around =
                Set.of(FileFacts.of(root.resolve("a/b")).key()); // as if b were mounted over its own parent
        List<String> walked = new ArrayList<>();
        var walk = new Walk(
                start, around, () -> null, new Skips(""), () -> {}, folder -> walked.add(folder.id()), () -> {});
        while (walk.next() != null) {
            // every folder
        }
        assertEquals(List.of("", "a/"), walked);
    }

    @Test
    void what_a_drive_held_that_was_taken_out_meanwhile_is_not_gone() throws IOException {
        var shared = Path.of("/dev/shm"); // another file system that is there without a mount of ours
        Assumptions.assumeTrue(Files.isWritable(shared));
        var drive = Files.createTempDirectory(shared, "music");
        try {
            file(drive, "usb/one.mp3");
            Files.createSymbolicLink(root.resolve("stick"), drive.resolve("usb"));
            IntStream.range(0, 600).forEach(i -> assertThrowsNothing(() -> file(root, "z/" + i + ".mp3")));
            try (var session = open();
                    var listing = session.list()) {
                assertEquals("stick/one.mp3", listing.next().items().get(0).id());
                Files.move(drive.resolve("usb"), drive.resolve("elsewhere"));
                Files.createDirectory(drive.resolve("usb"));
                var skipped = listing.next().end().skipped();
                assertEquals("stick/", skipped.get(0).itemId());
                assertTrue(skipped.get(0).reason().contains("taken out"), skipped.toString());
            }
        } finally {
            try (var all = Files.walk(drive)) {
                all.sorted((a, b) -> b.compareTo(a)).forEach(path -> assertThrowsNothing(() -> Files.delete(path)));
            }
        }
    }

    private interface Writes {
        void run() throws IOException;
    }

    private static void assertThrowsNothing(Writes writes) {
        try {
            writes.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void one_entry_that_fails_is_skipped_alone_and_a_folder_full_of_them_whole() throws IOException {
        file(root, "a/one.mp3");
        var folder = new Folder(root.resolve("a"), FileFacts.of(root.resolve("a")), "a/", "a", null, null);
        var skips = new Skips(root.toString());
        var broken = new IOException("Transport endpoint is not connected");
        skips.entry(folder, new Folder.Entry(root.resolve("a/nas"), "nas", "nas", null), broken);
        assertEquals(
                List.of("a/nas", "a/nas/"),
                skips.all().stream().map(Listing.Skipped::itemId).toList());
        assertEquals(
                "It could not be looked at: Transport endpoint is not connected.",
                skips.all().get(0).reason());
        for (int i = 0; i < 100; i++) {
            skips.entry(folder, new Folder.Entry(root.resolve("a/" + i), "" + i, "" + i, null), broken);
        }
        assertEquals(7, skips.all().size());
        assertEquals("a/", skips.all().get(6).itemId());
        var denied = new Skips(root.toString());
        var top = new Folder(root, FileFacts.of(root), "", "", null, null);
        denied.entry(top, new Folder.Entry(root.resolve("a"), "a", "a", null), new AccessDeniedException("a"));
        assertEquals(
                new Listing.Skipped("", root.toString(), "This folder may not be read. Change its permissions."),
                denied.all().get(0));
    }
}

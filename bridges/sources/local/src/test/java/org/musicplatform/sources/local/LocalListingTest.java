package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.LocalStorageSession;

class LocalListingTest {

    @TempDir
    Path temp;

    Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("music"));
    }

    private static LocalStorageSession open(Path root) {
        var account = new SourceAccount(new SourceId(1), "local", RawPaths.toText(root), "music");
        return new LocalStorageProvider().open(account, Credentials.NONE);
    }

    private record Walk(List<SourceItem> items, Listing.End end) {
        List<String> ids() {
            return items.stream().map(SourceItem::id).toList();
        }
    }

    private static Walk walk(Path root) throws IOException {
        List<SourceItem> items = new ArrayList<>();
        try (var session = open(root);
                var listing = session.list()) {
            while (true) {
                var page = listing.next();
                items.addAll(page.items());
                if (page.end() != null) {
                    return new Walk(items, page.end());
                }
            }
        }
    }

    private Path raw(String id) {
        return RawPaths.decode(RawPaths.encode(root) + "/" + id);
    }

    private void file(String id) throws IOException {
        Files.createDirectories(raw(id).getParent());
        Files.writeString(raw(id), id);
    }

    /** Walks a folder in a process of its own and prints the ids; for other locales than that of the test. */
    static final class Child {
        public static void main(String[] arguments) throws IOException {
            var provider = new LocalStorageProvider();
            var canonical = provider.resolve(arguments[0]).canonical();
            for (var item : walk(RawPaths.fromText(canonical)).items()) {
                System.out.println(item.id());
                try (var session = open(RawPaths.fromText(canonical));
                        var in = session.read(item.id(), 0, 1)) {
                    in.read();
                }
            }
        }
    }

    private List<String> idsIn(String locale) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                root.toString());
        builder.environment().put("LC_ALL", locale);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = builder.start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        return lines.lines().toList();
    }

    private static final List<String> HOSTILE = List.of(
            "%ff%fe.mp3",
            "-rf.mp3",
            "..%20And%20Justice/One.mp3",
            "a%0ab.mp3",
            "b%25j%c3%b6rk.mp3",
            "b%23%3fj.mp3",
            "%f0%9f%8e%b5.mp3",
            "x".repeat(251) + ".mp3");

    @Test
    void names_of_any_bytes_are_listed_and_read() throws IOException {
        for (String id : HOSTILE) {
            file(id);
        }
        var walk = walk(root);
        assertEquals(HOSTILE.size(), walk.items().size());
        try (var session = open(root)) {
            for (String id : walk.ids()) {
                try (var in = session.read(id, 0, Long.MAX_VALUE)) {
                    assertArrayEquals(Files.readAllBytes(raw(id)), in.readAllBytes());
                }
            }
        }
        var names = walk.items().stream().map(SourceItem::name).toList();
        assertTrue(names.contains("b%bj\u00f6rk.mp3".replace("%b", "%")), names.toString());
        assertTrue(names.contains("\uFFFD\uFFFD.mp3"), names.toString());
        assertTrue(names.contains("a\nb.mp3"), names.toString());
    }

    @Test
    void ids_are_the_same_in_every_locale() throws IOException, InterruptedException {
        for (String id : HOSTILE) {
            file(id);
        }
        var here = walk(root).ids();
        assertEquals(here, idsIn("C"));
        assertEquals(here, idsIn("C.UTF-8"));
    }

    @Test
    void a_root_that_the_locale_cannot_express_keeps_its_bytes() throws IOException {
        var odd = Files.createDirectory(raw("%ff%fe"));
        Files.writeString(odd.resolve("a.mp3"), "a");
        String text = RawPaths.toText(odd);
        assertTrue(text.startsWith("file:"), text);
        var location = new LocalStorageProvider().resolve(text);
        assertEquals("\uFFFD\uFFFD", location.name());
        assertEquals(
                List.of("a.mp3"), walk(RawPaths.fromText(location.canonical())).ids());
        assertEquals("%FF%FE/", new LocalStorageProvider().prefixWithin(root.toString(), location.canonical()));
    }

    @Test
    void a_moved_file_keeps_its_etag_and_a_changed_one_does_not() throws IOException {
        file("a.mp3");
        var before = walk(root).items().get(0).version();
        Files.move(raw("a.mp3"), raw("b.mp3"));
        assertEquals(before, walk(root).items().get(0).version());
        Files.writeString(raw("b.mp3"), "other and longer");
        assertFalse(before.etag().equals(walk(root).items().get(0).version().etag()));
    }

    @Test
    void hard_links_are_files_of_their_own_with_one_etag() throws IOException {
        file("a.mp3");
        Files.createLink(raw("b.mp3"), raw("a.mp3"));
        var walk = walk(root);
        assertEquals(List.of("a.mp3", "b.mp3"), walk.ids());
        assertEquals(walk.items().get(0).version(), walk.items().get(1).version());
    }

    @Test
    void a_file_with_another_inode_but_the_same_size_and_time_is_unchanged() throws IOException {
        file("a.mp3");
        Files.setLastModifiedTime(raw("a.mp3"), FileTime.fromMillis(1_700_000_000_000L)); // copies keep no nanoseconds
        var before = walk(root).items().get(0).version();
        Files.copy(raw("a.mp3"), temp.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(temp.resolve("copy"), raw("a.mp3"), StandardCopyOption.REPLACE_EXISTING);
        var after = walk(root).items().get(0).version();
        assertNotEquals(before.etag(), after.etag());
        assertTrue(before.sameContentAs(after));
    }

    @Test
    void links_out_of_the_root_are_followed_once_and_loops_end() throws IOException {
        var outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("far.mp3"), "far");
        Files.createSymbolicLink(outside.resolve("back"), root);
        file("real/near.mp3");
        Files.createSymbolicLink(raw("again"), raw("real"));
        Files.createSymbolicLink(raw("broken"), temp.resolve("nothing"));
        Files.createSymbolicLink(raw("self"), raw("self"));
        Files.createSymbolicLink(raw("out1"), outside);
        Files.createSymbolicLink(raw("out2"), outside);
        Files.createSymbolicLink(raw("up"), temp);
        Files.createSymbolicLink(raw("z.mp3"), outside.resolve("far.mp3"));
        var walk = walk(root);
        assertEquals(List.of("out1/far.mp3", "real/near.mp3"), walk.ids());
        assertEquals(List.of(), walk.end().skipped());
        try (var session = open(root);
                var in = session.read("out1/far.mp3", 1, 2)) {
            assertEquals("ar", new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void hidden_and_service_folders_and_those_marked_are_left_out() throws IOException {
        for (String id : List.of(
                ".git/a.mp3", "@eaDir/a.mp3", "lost+found/a.mp3", ".Trash-0/a.mp3", "no/.nomedia", "no/a.mp3")) {
            file(id);
        }
        file("._a.mp3");
        file("yes/a.mp3");
        assertEquals(List.of("yes/a.mp3"), walk(root).ids());
    }

    @Test
    void a_pipe_is_neither_listed_nor_opened() throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", raw("pipe.mp3").toString()).start().waitFor());
        assertEquals(List.of(), walk(root).ids());
        try (var session = open(root)) {
            var e = assertThrows(
                    SourceException.class, () -> session.read("pipe.mp3", 0, 1).close());
            assertEquals(SourceException.NOT_FOUND, e.code());
        }
    }

    @Test
    void ids_that_lead_out_of_the_root_are_not_found() throws IOException {
        Files.writeString(temp.resolve("secret"), "s");
        file("a/b.mp3");
        try (var session = open(root)) {
            for (String id : List.of(
                    "../secret",
                    "a/../../secret",
                    "%2e%2e/secret",
                    "..%2fsecret",
                    "/etc/passwd",
                    "",
                    "a//b.mp3",
                    "a/./b.mp3",
                    "a%00",
                    "%",
                    "%zz",
                    "a",
                    "a b?c#d")) {
                var e = assertThrows(SourceException.class, () -> session.path(id), id);
                assertEquals(SourceException.NOT_FOUND, e.code(), id);
            }
        }
    }

    @Test
    void a_deep_tree_and_many_files_are_listed() throws IOException {
        var deep = new StringBuilder(RawPaths.encode(root));
        for (int i = 0; i < 1000; i++) {
            deep.append("/d");
        }
        Files.createDirectories(RawPaths.decode(deep.toString()));
        Files.writeString(RawPaths.decode(deep + "/a.mp3"), "a");
        for (int i = 0; i < 1200; i++) {
            Files.createFile(root.resolve("n" + i + ".txt"));
        }
        assertEquals(1201, walk(root).items().size());
    }

    @Test
    void a_root_that_goes_away_or_is_replaced_meanwhile_is_unavailable() throws IOException {
        file("a/b.mp3");
        try (var session = open(root);
                var listing = session.list()) {
            Files.move(root, temp.resolve("gone"));
            Files.createDirectory(root);
            var e = assertThrows(SourceException.class, listing::next);
            assertEquals(SourceException.UNAVAILABLE, e.code());
        }
        Files.delete(root);
        assertEquals(
                SourceException.UNAVAILABLE,
                assertThrows(SourceException.class, () -> walk(root)).code());
    }

    @Test
    void an_unreadable_folder_is_skipped_with_a_reason() throws IOException {
        file("shut/a.mp3");
        file("open/a.mp3");
        Files.setPosixFilePermissions(raw("shut"), java.util.Set.of());
        Assumptions.assumeFalse(
                Files.isReadable(raw("shut")), "root reads every folder: run as another user to see this");
        try {
            var walk = walk(root);
            assertEquals(List.of("open/a.mp3"), walk.ids());
            assertEquals("shut/", walk.end().skipped().get(0).itemId());
        } finally {
            Files.setPosixFilePermissions(
                    raw("shut"), java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void an_interrupted_walk_stops() throws IOException {
        file("a.mp3");
        try (var session = open(root);
                var listing = session.list()) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, listing::next);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void locations_are_resolved_as_a_person_means_them() throws IOException {
        var provider = new LocalStorageProvider(temp, temp, Surroundings.here(() -> WatchSettings.DEFAULT));
        assertEquals(root.toString(), provider.resolve("music").canonical());
        assertEquals(root.toString(), provider.resolve("~/music/../music/").canonical());
        assertEquals("music", provider.resolve("~/music").name());
        file("a.mp3");
        var file = assertThrows(SourceException.class, () -> provider.resolve("music/a.mp3"));
        assertEquals(SourceException.NOT_A_SOURCE, file.code());
        for (String nothing : List.of("", "a\0b", "nowhere", "x".repeat(5000), "file:///%zz")) {
            var e = assertThrows(SourceException.class, () -> provider.resolve(nothing));
            assertEquals(SourceException.NOT_FOUND, e.code());
        }
    }
}

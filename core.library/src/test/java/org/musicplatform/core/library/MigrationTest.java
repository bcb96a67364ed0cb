package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Schema;

@Timeout(60)
class MigrationTest {

    private static final int OLD = 5;
    private static final LibraryOptions ASK =
            new LibraryOptions(null, Duration.ofSeconds(2), Duration.ofSeconds(10), false);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeAnOldLibrary() throws Exception {
        file = folder.resolve("library.db");
        try (var old = new Connections(file).writing()) {
            Schema.migrate(old, file, OLD);
            old.execute("INSERT INTO track (title, sort, album_sort, genres, visible, added)"
                    + " VALUES ('Kept', 'kept', 'kept', '', 1, 1)");
        }
    }

    private LibraryKeeper keeper() {
        return new LibraryKeeper(file, Clock.systemUTC(), event -> {}, ASK);
    }

    private static LibraryService service(LibraryKeeper keeper) {
        return (LibraryService) keeper.service();
    }

    private static LibraryException failure(CompletableFuture<?> future) {
        return (LibraryException)
                assertThrows(CompletionException.class, future::join).getCause();
    }

    private static List<String> titles(LibraryService library) {
        return library.tracks(TrackFilter.ALL, PageRequest.FIRST).join().items().stream()
                .map(Track::title)
                .toList();
    }

    /** Name and content of all files but the lock. */
    private TreeMap<String, String> files() throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path one : files) {
                all.put(one.getFileName().toString(), java.util.Arrays.hashCode(Files.readAllBytes(one)) + "");
            }
        }
        all.remove("library.db.lock");
        return all;
    }

    /** Leaves what was written last in the log, as a crash does. */
    private void crash() throws Exception {
        var crashed = Files.createDirectories(folder.resolve("crashed"));
        try (var old = new Connections(file).writing()) {
            old.execute("UPDATE track SET title = 'Kept in the log'");
            for (String name : List.of("library.db", "library.db-wal")) {
                Files.copy(folder.resolve(name), crashed.resolve(name));
            }
        }
        for (String name : List.of("library.db", "library.db-wal")) {
            Files.deleteIfExists(folder.resolve(name));
            Files.move(crashed.resolve(name), folder.resolve(name));
        }
        Files.delete(crashed);
    }

    @Test
    void a_dry_run_tells_what_would_be_done_and_leaves_every_byte() throws Exception {
        for (boolean crashed : new boolean[] {false, true}) {
            if (crashed) {
                crash();
            }
            var before = files();
            try (var keeper = keeper()) {
                var schema = service(keeper).schema().join();
                assertEquals(OLD, schema.current());
                assertEquals(Schema.VERSION, schema.known());
                assertEquals(Schema.VERSION - OLD, schema.steps().size());
                assertEquals("changes", schema.steps().get(0));
                assertTrue(schema.steps().get(1).contains("folders, genres"), schema::toString);
                var run = service(keeper).migrate(true).join();
                assertEquals(List.of(), run.findings());
                assertEquals(schema.steps(), run.steps());
                assertEquals(OLD, run.from());
                assertTrue(run.dryRun());
                assertNull(run.safetyCopy());
            }
            assertEquals(before, files());
        }
    }

    @Test
    void who_wants_to_be_asked_is_told_and_orders_it() throws Exception {
        var before = files();
        try (var keeper = keeper()) {
            var refused = failure(service(keeper).tracks(TrackFilter.ALL, PageRequest.FIRST));
            assertEquals(LibraryException.MIGRATION_DUE, refused.code());
            assertTrue(refused.getMessage().contains("music migrate --dry-run"), refused::getMessage);
            assertEquals(before, files());
            var done = service(keeper).migrate(false).join();
            assertEquals(Schema.VERSION, done.to());
            assertFalse(done.dryRun());
            assertEquals(List.of("Kept"), titles(service(keeper)));
            assertEquals(List.of(), service(keeper).schema().join().steps());
            assertEquals(List.of(), service(keeper).migrate(true).join().steps());
            var copy = Path.of(done.safetyCopy());
            try (var sql = new Connections(copy).reading()) {
                assertEquals(OLD, sql.number("PRAGMA user_version"));
                assertEquals(1, sql.number("SELECT count(*) FROM track WHERE title = 'Kept'"));
            }
        }
    }

    @Test
    void opening_keeps_one_copy_of_the_library_as_it_was() throws Exception {
        Files.writeString(folder.resolve("library.db.schema-3"), "an older one");
        try (var lib = new Lib(folder)) {
            assertEquals(1, lib.tracks().items().size());
            assertNotNull(lib.engine.migration());
        }
        assertEquals(List.of("library.db", "library.db.lock", "library.db.schema-" + OLD), List.copyOf(names()));
        new Lib(folder).close();
        assertEquals(List.of("library.db", "library.db.lock", "library.db.schema-" + OLD), List.copyOf(names()));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_step_that_fails_is_undone_and_told_with_the_copy_from_before() throws Exception {
        try (var old = new Connections(file).writing()) {
            old.execute("CREATE TABLE change (in_the_way INTEGER)");
        }
        try (var keeper = keeper()) {
            var run = service(keeper).migrate(true).join();
            assertTrue(run.findings().get(0).startsWith("A step fails: "), run::toString);
            var failure = failure(service(keeper).migrate(false));
            assertEquals(LibraryException.MIGRATION_FAILED, failure.code());
            assertTrue(failure.getMessage().contains("library.db.schema-" + OLD), failure::getMessage);
        }
        try (var old = new Connections(file).writing()) {
            assertEquals(OLD, old.number("PRAGMA user_version"));
            old.execute("DROP TABLE change");
        }
        try (var lib = new Lib(folder)) {
            assertEquals(1, lib.tracks().items().size());
        }
    }

    @Test
    void a_dry_run_refuses_what_opening_refuses() throws Exception {
        var bytes = "Dear aunt, ".repeat(100).getBytes();
        Files.write(file, bytes);
        try (var keeper = keeper()) {
            assertEquals(
                    LibraryException.DAMAGED,
                    failure(service(keeper).migrate(true)).code());
            assertEquals(
                    LibraryException.DAMAGED, failure(service(keeper).schema()).code());
        }
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }
}

package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.event.LibraryDamaged;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Connections;

/** What becomes of a library whose files were harmed: words, a way back, and nothing lost that SQLite still has. */
@Timeout(60)
class DamageTest {

    private static final List<String> FILES =
            List.of("library.db", "library.db-wal", "library.db-shm", "library.db.open");

    @TempDir
    Path folder;

    private Path file;
    private Path log;

    @BeforeEach
    void makeALibrary() {
        file = folder.resolve("library.db");
        log = folder.resolve("library.db-wal");
        try (var lib = new Lib(folder)) {
            lib.scan(Map.of("a.mp3", Lib.tags(TagField.TITLE, "Rain", TagField.ARTIST, "Ella", TagField.ALBUM, "B")));
        }
    }

    /** Leaves the files as a power cut would: Rain is in the file, Snow in the log. */
    private void crash() throws IOException {
        var crashed = Files.createDirectories(folder.resolve("crashed"));
        try (var lib = new Lib(folder)) {
            lib.scan(Map.of("a.mp3", Lib.tags(TagField.TITLE, "Rain"), "b.mp3", Lib.tags(TagField.TITLE, "Snow")));
            for (String name : FILES) {
                Files.copy(folder.resolve(name), crashed.resolve(name));
            }
        }
        for (String name : FILES) {
            Files.move(crashed.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void overwrite(Path file, long at, int length) throws IOException {
        var garbage = new byte[length];
        new Random(7).nextBytes(garbage);
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(at);
            out.write(garbage);
        }
    }

    private LibraryException refused() {
        return assertThrows(
                LibraryException.class, () -> new LibraryEngine(file, Clock.systemUTC(), event -> {}).close());
    }

    private void assertDamagedAndUntouched() throws IOException {
        var before = Files.readAllBytes(file);
        var refused = refused();
        assertEquals(LibraryException.DAMAGED, refused.code());
        assertTrue(refused.getMessage().contains("music restore FILE"), refused::getMessage);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    /** Opens it, and finds it sound. */
    private List<String> titles() {
        try (var lib = new Lib(folder)) {
            assertEquals(List.of(), lib.engine.check().join());
            return lib.tracks().items().stream().map(Track::title).toList();
        }
    }

    private long pageOf(String table) throws Exception {
        try (var sql = new Connections(file).reading()) {
            return sql.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", table);
        }
    }

    @Test
    void an_overwritten_header_is_told_and_the_file_left_as_it_is() throws Exception {
        overwrite(file, 0, 100);
        assertDamagedAndUntouched();
    }

    @Test
    void an_empty_file_is_told_and_not_taken_for_a_new_library() throws Exception {
        Files.write(file, new byte[0]);
        assertDamagedAndUntouched();
    }

    @Test
    void a_file_that_was_cut_is_told() throws Exception {
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertDamagedAndUntouched();
    }

    @Test
    void a_log_whose_library_is_gone_is_not_thrown_away() throws Exception {
        crash();
        Files.delete(file);
        var before = Files.readAllBytes(log);
        assertEquals(LibraryException.DAMAGED, refused().code());
        assertArrayEquals(before, Files.readAllBytes(log));
        assertFalse(Files.exists(file));
    }

    @Test
    void garbage_at_the_root_of_a_table_is_found_when_it_is_opened() throws Exception {
        overwrite(file, (pageOf("playlist") - 1) * 4096, 4096);
        assertDamagedAndUntouched();
    }

    @Test
    void garbage_that_a_crash_left_is_found_when_it_is_opened() throws Exception {
        overwrite(file, (pageOf("album_release") - 1) * 4096, 4096); // an index, which opening does not read
        crashMarkerOnly();
        var refused = refused();
        assertEquals(LibraryException.DAMAGED, refused.code());
        assertTrue(refused.getMessage().contains("music restore --salvage"), refused::getMessage);
        assertEquals(LibraryException.DAMAGED, refused().code(), "again and again");
    }

    private void crashMarkerOnly() throws IOException {
        Files.createFile(folder.resolve("library.db.open"));
    }

    @Test
    void garbage_that_is_met_in_use_is_told_by_who_meets_it_and_by_a_check() throws Exception {
        try (var lib = new Lib(folder)) {
            artists(lib).join(); // has the index made
        }
        overwrite(file, (pageOf("artist_sort") - 1) * 4096, 4096);
        try (var lib = new Lib(folder)) {
            var failure = (LibraryException)
                    assertThrows(CompletionException.class, artists(lib)::join).getCause();
            assertEquals(LibraryException.DAMAGED, failure.code());
            assertTrue(failure.getMessage().contains("music restore"), failure::getMessage);
            assertFalse(lib.engine.check().join().isEmpty());
            assertEquals(1, lib.tracks().items().size(), "the rest goes on");
        }
    }

    private static CompletableFuture<?> artists(Lib lib) {
        return lib.engine.artists(PageRequest.first(10));
    }

    @Test
    void a_damaged_search_index_is_made_anew_when_it_is_opened() throws Exception {
        try (var sql = new Connections(file).writing()) {
            sql.execute("DELETE FROM track_search_data WHERE id > 10");
        }
        crashMarkerOnly();
        try (var lib = new Lib(folder)) {
            assertEquals(List.of("Rain"), lib.found("rain"));
            assertEquals(List.of(), lib.engine.check().join());
        }
    }

    @Test
    void after_a_crash_all_is_there_also_without_the_index_of_the_log() throws Exception {
        crash();
        assertEquals(List.of("Rain", "Snow"), titles());
        crash();
        Files.delete(folder.resolve("library.db-shm"));
        assertEquals(List.of("Rain", "Snow"), titles());
        crash();
        overwrite(folder.resolve("library.db-shm"), 0, 32_768);
        assertEquals(List.of("Rain", "Snow"), titles());
    }

    @Test
    void without_its_log_or_with_a_broken_one_a_crashed_library_has_what_was_in_the_file() throws Exception {
        crash();
        Files.delete(log);
        assertEquals(List.of("Rain"), titles());
        crash();
        overwrite(log, 0, 32);
        assertEquals(List.of("Rain"), titles());
        crash();
        overwrite(log, 32, 24);
        assertEquals(List.of("Rain"), titles());
        crash();
        try (var cut = new RandomAccessFile(log.toFile(), "rw")) {
            cut.setLength(10);
        }
        assertEquals(List.of("Rain"), titles());
    }

    @Test
    void of_a_log_that_was_cut_the_transactions_before_the_cut_are_there() throws Exception {
        crash();
        long before = Files.size(log);
        var crashed = Files.createDirectories(folder.resolve("later"));
        try (var lib = new Lib(folder)) {
            lib.engine.rate(lib.tracks().items().get(0).id(), 4).join();
            long rated = Files.size(log);
            lib.engine.rate(lib.tracks().items().get(1).id(), 2).join();
            assertTrue(before > 0 && rated > 0);
            for (String name : FILES) {
                Files.copy(folder.resolve(name), crashed.resolve(name));
            }
            try (var cut =
                    new RandomAccessFile(crashed.resolve("library.db-wal").toFile(), "rw")) {
                cut.setLength(rated + 1_000);
            }
        }
        try (var lib = new Lib(crashed)) {
            var ratings = lib.tracks().items().stream()
                    .map(track -> track.annotation().rating())
                    .toList();
            assertEquals(List.of(4, 0), ratings);
            assertEquals(List.of(), lib.engine.check().join());
        }
    }

    @Test
    void what_opening_has_no_time_to_look_at_is_looked_at_in_use_and_told() throws Exception {
        overwrite(file, (pageOf("album_release") - 1) * 4096, 4096);
        crashMarkerOnly();
        var hurried = new LibraryOptions(null, Duration.ZERO, Duration.ofSeconds(10), true);
        try (var lib = Lib.unwritten(folder, hurried)) {
            assertEquals(1, lib.tracks().items().size());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (lib.told.isEmpty()) {
                assertTrue(System.nanoTime() < end, "nothing was told");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            var told = (LibraryDamaged) lib.told.get(0);
            assertTrue(told.findings().get(0).contains("damaged"), told::toString);
        }
    }

    @Test
    void a_log_that_is_deleted_in_use_loses_nothing() throws Exception {
        var crashed = Files.createDirectories(folder.resolve("crashed"));
        try (var lib = new Lib(folder)) {
            var rain = lib.tracks().items().get(0).id();
            lib.engine.rate(rain, 3).join();
            Files.delete(log);
            lib.engine.favourite(rain, true).join();
            for (int i = 0; i < 10; i++) { // by readers that were there before, and by new ones
                var annotation = lib.engine.track(rain).join().track().annotation();
                assertEquals(3, annotation.rating());
                assertTrue(annotation.favourite());
            }
            for (String name : FILES) {
                Files.copy(folder.resolve(name), crashed.resolve(name));
            }
        }
        for (var place : List.of(crashed, folder)) {
            try (var lib = new Lib(place)) {
                var annotation = lib.tracks().items().get(0).annotation();
                assertEquals(3, annotation.rating());
                assertTrue(annotation.favourite());
                assertEquals(List.of(), lib.engine.check().join());
            }
        }
    }
}

package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.event.LibraryReplaced;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackChange;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Schema;

@Timeout(60)
class RestoreTest {

    @TempDir
    Path folder;

    private Path backup;
    private Lib lib;

    @BeforeEach
    void open() {
        backup = folder.resolve("backup.db");
        lib = new Lib(folder);
        lib.scan(Map.of("rain.mp3", Lib.tags(TagField.TITLE, "Rain"), "snow.mp3", Lib.tags(TagField.TITLE, "Snow")));
        lib.engine.rate(id("Rain"), 5).join();
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private TrackId id(String title) {
        return lib.tracks().items().stream()
                .filter(track -> track.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> titles() {
        return lib.tracks().items().stream().map(Track::title).toList();
    }

    private static LibraryException failure(CompletableFuture<?> future) {
        return (LibraryException)
                assertThrows(CompletionException.class, future::join).getCause();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void addThunder() {
        lib.scan(Map.of(
                "rain.mp3", Lib.tags(TagField.TITLE, "Rain"),
                "snow.mp3", Lib.tags(TagField.TITLE, "Snow"),
                "thunder.mp3", Lib.tags(TagField.TITLE, "Thunder")));
    }

    @Test
    void a_library_in_use_goes_back_to_its_backup_and_clients_are_told_to_ask_anew() throws Exception {
        lib.engine.backup(backup).join();
        addThunder();
        lib.engine.rate(id("Rain"), 1).join();
        var thunder = id("Thunder");
        long before = lib.engine.revision().join();
        lib.told.clear();

        var replaced = lib.engine.restore(backup).join();
        assertEquals(List.of("Rain", "Snow"), titles());
        assertEquals(5, lib.tracks().items().get(0).annotation().rating());
        assertEquals(List.of("Rain"), lib.found("rain"));
        assertEquals(List.of(), lib.found("thunder"));
        assertEquals(List.of(), lib.engine.check().join());
        assertTrue(Files.exists(Path.of(replaced.aside())));

        var told = (LibraryReplaced) lib.told.get(lib.told.size() - 1);
        assertTrue(told.revision() > before);
        assertEquals(told.revision(), lib.engine.revision().join());
        var changes = lib.engine.changesSince(before, PageRequest.first(10)).join().items().stream()
                .collect(Collectors.toMap(TrackChange::track, TrackChange::removed));
        assertEquals(Map.of(id("Rain"), false, id("Snow"), false, thunder, true), changes, "who slept catches up");

        addThunder(); // goes on, and gives no id out again
        assertTrue(id("Thunder").value() > thunder.value());
        assertEquals(3, titles().size());
        assertTrue(Files.exists(backup));
    }

    @Test
    void the_one_before_is_kept_until_the_library_was_opened_again() throws Exception {
        lib.engine.backup(backup).join();
        var aside = Path.of(lib.engine.restore(backup).join().aside());
        try (var sql = new Connections(aside).reading()) {
            assertEquals(2, sql.number("SELECT count(*) FROM track"));
        }
        lib.close();
        assertTrue(Files.exists(aside));
        lib = new Lib(folder);
        assertFalse(Files.exists(aside));
        assertEquals(2, titles().size());
    }

    @Test
    void who_asks_and_writes_meanwhile_is_answered_before_or_after() throws Exception {
        lib.engine.backup(backup).join();
        var ended = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(4);
        var asking = new ArrayList<Future<Integer>>();
        var rain = id("Rain");
        for (int i = 0; i < 4; i++) {
            boolean writes = i == 0;
            asking.add(threads.submit(() -> {
                int asked = 0;
                for (; !ended.get(); asked++) {
                    assertEquals(2, titles().size());
                    if (writes) {
                        lib.engine.rate(rain, asked % 5).join();
                    }
                }
                return asked;
            }));
        }
        for (int i = 0; i < 3; i++) {
            lib.engine.restore(backup).join();
        }
        ended.set(true);
        threads.shutdown();
        for (var one : asking) {
            assertTrue(one.get() > 0);
        }
        assertEquals(List.of(), lib.engine.check().join());
    }

    @Test
    void what_is_no_good_backup_changes_nothing() throws Exception {
        lib.engine.backup(backup).join();
        var letter = Files.writeString(folder.resolve("letter.db"), "Dear aunt, ".repeat(100));
        var newer = Files.write(folder.resolve("newer.db"), version(Files.readAllBytes(backup), 99));
        var harmed = folder.resolve("harmed.db");
        var bytes = Files.readAllBytes(backup);
        for (int i = bytes.length / 2; i < bytes.length; i++) {
            bytes[i] = 77;
        }
        Files.write(harmed, bytes);
        var before = names();
        for (var bad : List.of(
                Map.entry(folder.resolve("nothing.db"), LibraryException.IO),
                Map.entry(folder, LibraryException.IO),
                Map.entry(letter, LibraryException.DAMAGED),
                Map.entry(newer, LibraryException.NEWER_SCHEMA),
                Map.entry(harmed, LibraryException.DAMAGED),
                Map.entry(folder.resolve("library.db"), LibraryException.IN_USE))) {
            var failure = failure(lib.engine.restore(bad.getKey()));
            assertEquals(bad.getValue(), failure.code(), failure::getMessage);
            assertTrue(failure.getMessage().contains("Nothing was changed"), failure::getMessage);
            assertEquals(before, names());
            assertEquals(List.of("Rain", "Snow"), titles());
        }
        lib.engine.rate(id("Snow"), 2).join();
    }

    private static byte[] version(byte[] file, int version) {
        ByteBuffer.wrap(file).putInt(60, version);
        return file;
    }

    @Test
    void a_library_that_is_indexed_is_not_replaced() throws Exception {
        lib.engine.backup(backup).join();
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            intake.observe(List.of(Lib.item("thunder.mp3")));
            assertEquals(
                    LibraryException.IN_USE, failure(lib.engine.restore(backup)).code());
        }
        assertEquals(
                LibraryException.NOT_FOUND,
                failure(lib.engine.track(new TrackId(99))).code(),
                "it goes on");
        lib.engine.restore(backup).join();
        assertEquals(List.of("Rain", "Snow"), titles());
    }

    /** Another program that has the file open and does nothing. */
    static final class Onlooker {
        private Onlooker() {}

        public static void main(String[] args) throws Exception {
            try (var sql = new Connections(Path.of(args[0])).reading()) {
                System.out.println(sql.number("SELECT count(*) FROM track"));
                System.in.read();
            }
        }
    }

    @Test
    void a_file_that_another_program_has_open_is_not_replaced() throws Exception {
        lib.engine.backup(backup).join();
        addThunder();
        try (var onlooker = Child.run(Onlooker.class, folder.resolve("library.db"))) {
            assertEquals("3", onlooker.line());
            var failure = failure(lib.engine.restore(backup));
            assertEquals(LibraryException.IN_USE, failure.code());
            assertTrue(failure.getMessage().contains("another program"), failure::getMessage);
            assertEquals(3, titles().size());
        }
        lib.engine.restore(backup).join();
        assertEquals(2, titles().size());
    }

    @Test
    void a_crash_on_the_way_leaves_the_old_library_or_the_new_one() throws Exception {
        lib.engine.backup(backup).join();
        addThunder();
        lib.close();
        var heir = folder.resolve("library.db.heir");
        Files.copy(backup, heir);
        Files.copy(backup, folder.resolve("library.db.heir.part"));
        lib = new Lib(folder);
        assertEquals(3, titles().size(), "the old one was still in its place");
        lib.close();
        Files.copy(backup, heir);
        Files.move(folder.resolve("library.db"), folder.resolve("library.db.aside-1"));
        lib = new Lib(folder);
        assertEquals(2, titles().size(), "the new one was complete");
        assertEquals(
                List.of(
                        "backup.db",
                        "library.db",
                        "library.db-shm",
                        "library.db-wal",
                        "library.db.aside-1",
                        "library.db.lock",
                        "library.db.open"),
                names());
    }

    @Test
    void a_backup_of_an_older_version_is_brought_to_the_tables_of_today() throws Exception {
        try (var old = new Connections(backup).writing()) {
            Schema.migrate(old, backup, 1);
            old.execute("INSERT INTO track (title, sort, album_sort, genres, visible, added)"
                    + " VALUES ('Kept', 'kept', 'kept', '', 1, 1)");
        }
        lib.engine.restore(backup).join();
        assertEquals(List.of("Kept"), titles());
        assertEquals(List.of("Kept"), lib.found("kept"));
        var bytes = Files.readAllBytes(backup);
        assertEquals(1, ByteBuffer.wrap(bytes).getInt(60), "the backup stays as it is");
        assertArrayEquals(bytes, Files.readAllBytes(backup));
    }
}

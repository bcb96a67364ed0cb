package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Schema;
import org.musicplatform.core.library.database.Sql;

class OpeningTest {

    @TempDir
    Path folder;

    private LibraryException refused() {
        return assertThrows(
                LibraryException.class,
                () -> new LibraryEngine(folder.resolve("library.db"), Clock.systemUTC(), event -> {}).close());
    }

    @Test
    void a_second_opener_is_refused_and_told_who_has_it() {
        try (var first = new Lib(folder)) {
            var refused = refused();
            assertEquals(LibraryException.IN_USE, refused.code());
            assertTrue(refused.getMessage()
                    .contains("process " + ProcessHandle.current().pid()));
            assertEquals(0, first.tracks().items().size());
        }
        new Lib(folder).close();
    }

    @Test
    void a_newer_library_is_left_untouched() throws Exception {
        new Lib(folder).close();
        var file = folder.resolve("library.db");
        var bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(60, 99);
        Files.write(file, bytes);
        assertEquals(LibraryException.NEWER_SCHEMA, refused().code());
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void what_is_no_library_is_left_untouched() throws Exception {
        var file = folder.resolve("library.db");
        var bytes = "this is a letter to my aunt".repeat(100).getBytes();
        Files.write(file, bytes);
        assertEquals(LibraryException.DAMAGED, refused().code());
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void another_database_is_left_untouched_whatever_version_it_claims() throws Exception {
        for (int version : new int[] {0, 1}) {
            var file = folder.resolve("library.db");
            Files.deleteIfExists(file);
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = other.createStatement()) {
                statement.executeUpdate("CREATE TABLE cookies (name TEXT)");
                statement.executeUpdate("PRAGMA user_version = " + version);
            }
            var bytes = Files.readAllBytes(file);
            assertEquals(LibraryException.DAMAGED, refused().code());
            assertArrayEquals(bytes, Files.readAllBytes(file));
            assertEquals(List.of("library.db", "library.db.lock"), names());
        }
    }

    @Test
    void a_newer_version_that_only_the_log_of_a_dead_process_knows_is_left_untouched() throws Exception {
        var living = Files.createDirectories(folder.resolve("living"));
        new Lib(living).close();
        try (var newer = DriverManager.getConnection("jdbc:sqlite:" + living.resolve("library.db"));
                var statement = newer.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
            // as a crash leaves them
            Files.copy(living.resolve("library.db"), folder.resolve("library.db"));
            Files.copy(living.resolve("library.db-wal"), folder.resolve("library.db-wal"));
        }
        var log = Files.readAllBytes(folder.resolve("library.db-wal"));
        assertEquals(LibraryException.NEWER_SCHEMA, refused().code());
        assertArrayEquals(log, Files.readAllBytes(folder.resolve("library.db-wal")));
    }

    @Test
    void a_library_whose_process_died_opens_with_all_that_was_committed_and_its_leases_are_free() throws Exception {
        var crashed = Files.createDirectories(folder.resolve("crashed"));
        try (var living = new Lib(folder)) {
            try (var intake = living.engine.begin(living.source.id(), IntakeKind.FULL, false)) {
                intake.observe(List.of(Lib.item("a.mp3"), Lib.item("b.mp3")));
                assertEquals(2, intake.claim(10).size());
                for (String name : List.of("library.db", "library.db-wal")) {
                    Files.copy(folder.resolve(name), crashed.resolve(name));
                }
            }
        }
        try (var again = new Lib(crashed);
                var intake = again.engine.begin(again.source.id(), IntakeKind.FULL, false)) {
            assertEquals(2, again.engine.queued(again.source.id()));
            assertEquals(2, intake.claim(10).size());
        }
    }

    @Test
    void closing_writes_all_that_is_queued() {
        try (var lib = new Lib(folder)) {
            lib.scan(Map.of("a.mp3", Lib.tags(TagField.TITLE, "Rain")));
            var rain = lib.tracks().items().get(0).id();
            for (int i = 0; i < 700; i++) {
                lib.engine.notePlay(rain, Instant.ofEpochSecond(i), Duration.ofMinutes(4));
            }
        }
        try (var lib = new Lib(folder)) {
            assertEquals(700, lib.tracks().items().get(0).annotation().plays());
        }
    }

    @Test
    void a_library_of_each_older_version_becomes_one_of_today_with_all_that_is_in_it() throws Exception {
        for (int version = 1; version < Schema.VERSION; version++) {
            var file = Files.createDirectories(folder.resolve("v" + version)).resolve("library.db");
            try (var old = new Connections(file).writing()) {
                Schema.migrate(old, file, version);
                old.execute("INSERT INTO source (provider, location, name, state, reason)"
                        + " VALUES ('local', '/old', 'Old', 'READY', '')");
                insertKept(old, version);
                if (version >= 4) {
                    old.execute("INSERT INTO playlist (listener_id, name, name_key, sort, created, changed)"
                            + " VALUES (1, 'Kept as well', 'kept as well', 'kept as well', 1, 1)");
                }
            }
            try (var lib = new Lib(file.getParent())) {
                assertEquals("Kept", lib.tracks().items().get(0).title());
                var found = lib.engine.search("kept", SearchLimits.DEFAULT).join();
                assertEquals(1, found.tracks().size());
                assertEquals(version >= 4 ? 1 : 0, found.playlists().size());
                assertEquals(List.of(), lib.engine.check().join());
                assertEquals(2, lib.engine.sources().size());
                lib.scan(Map.of("a.mp3", Lib.tags(TagField.TITLE, "New")));
                assertEquals(2, lib.tracks().items().size());
            }
        }
    }

    private static void insertKept(Sql old, int version) throws SQLException {
        if (version < 7) {
            old.execute("INSERT INTO track (title, sort, album_sort, genres, visible, added)"
                    + " VALUES ('Kept', 'kept', 'kept', '', 1, 1)");
            old.execute("INSERT INTO file (source_id, item_id, name, folder, size, track_id, state, priority)"
                    + " VALUES (1, 'Kept.mp3', 'Kept.mp3', '', 100, 1, 'READY', 0)");
            return;
        }
        old.execute("INSERT INTO track (visible, revision, added, album_place, album_bound, title, sort, artist_sort,"
                + " album_sort, genres) VALUES (1, 1, 1, 0, 0, 'Kept', 'kept', '', '', '')");
        old.execute("INSERT INTO folder (source_id, path, name, sort) VALUES (1, '', '', '')");
        old.execute("INSERT INTO place (source_id, prefix) VALUES (1, '')");
        old.execute("INSERT INTO file (track_id, source_id, folder_id, place_id, state, priority, size, leaf)"
                + " VALUES (1, 1, 1, 1, 1, 1, 100, 'Kept.mp3')");
    }

    @Test
    void a_library_keyed_by_other_rules_is_keyed_anew_and_artists_that_are_one_now_become_one() throws Exception {
        try (var lib = new Lib(folder)) {
            lib.scan(Map.of(
                    "a.mp3", Lib.tags(TagField.TITLE, "The Rain", TagField.ARTIST, "Ella", TagField.ALBUM, "Weather"),
                    "b.mp3", Lib.tags(TagField.TITLE, "Snow", TagField.ARTIST, "Louis", TagField.ALBUM, "Weather")));
        }
        try (var old = new Connections(folder.resolve("library.db")).writing()) {
            old.execute("UPDATE meta SET value = 0 WHERE name = 'normaliser'");
            old.execute("UPDATE artist SET name_key = 'old ' || id, sort = 'x'");
            old.execute("UPDATE artist SET name = 'ELLA' WHERE name = 'Louis'"); // another one by the old rules
            old.execute("UPDATE track SET sort = 'zz ' || sort WHERE title LIKE '%Rain'");
            old.execute("UPDATE album SET title_key = 'old', sort = 'x'");
            old.execute("DELETE FROM track_search");
        }
        try (var lib = new Lib(folder)) {
            assertEquals(List.of("rain", "snow"), sorts());
            assertEquals(List.of("Snow"), lib.found("snow"));
            assertEquals(List.of("The Rain"), lib.found("ella rain"));
            var artists = lib.engine.artists(PageRequest.first(10)).join().items();
            assertEquals(
                    List.of("Ella", "Louis", "Various Artists"),
                    artists.stream().map(Artist::name).toList());
            assertEquals(1, lib.albums().size());
        }
    }

    private List<String> sorts() throws SQLException {
        try (var sql = new Connections(folder.resolve("library.db")).reading()) {
            return sql.list("SELECT sort FROM track ORDER BY sort", row -> row.getString(1));
        }
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void cancelling_stops_the_query_at_once_and_the_same_question_can_be_asked_again() throws Exception {
        new Lib(folder).close();
        var pool = new ReaderPool(new Connections(folder.resolve("library.db")), index -> {});
        try {
            for (int i = 0; i < 5; i++) { // each of the readers, once
                var ended = new CompletableFuture<Long>();
                var begun = new CompletableFuture<Void>();
                var endless = pool.ask(sql -> {
                    begun.complete(null);
                    try {
                        return count(sql, 1L << 40);
                    } finally {
                        ended.complete(System.nanoTime());
                    }
                });
                begun.get(10, TimeUnit.SECONDS);
                long cancelled = System.nanoTime();
                endless.thenApply(count -> count).cancel(true);
                long took = ended.get(10, TimeUnit.SECONDS) - cancelled;
                assertTrue(took < TimeUnit.MILLISECONDS.toNanos(500), "it took " + took + " ns");
                assertEquals(10, pool.ask(sql -> count(sql, 10)).get(5, TimeUnit.SECONDS));
            }
        } finally {
            pool.close();
        }
    }

    private static long count(Sql sql, long to) throws SQLException {
        return sql.number(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT count(*) FROM n",
                to);
    }
}

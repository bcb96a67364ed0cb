package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Chore;
import org.musicplatform.core.library.writer.WriterThread;

@Timeout(60)
class MaintenanceTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final String LEFT = "SELECT coalesce(max(value), 0) FROM meta WHERE name = 'unkept'";

    @TempDir
    Path folder;

    private Connections connections;

    private WriterThread writer(Duration rest, Chore... chores) throws SQLException {
        connections = new Connections(folder.resolve("library.db"));
        var writer = new WriterThread(
                connections, connections.writing(), Clock.systemUTC(), event -> {}, rest, List.of(chores));
        writer.start();
        return writer;
    }

    /** Fills a table of its own: what maintenance does is the same for all. */
    private static Void fill(Sql sql, int rows, String text) throws SQLException {
        sql.execute("CREATE TABLE IF NOT EXISTS ballast (id INTEGER PRIMARY KEY, name TEXT)");
        sql.execute("CREATE INDEX IF NOT EXISTS ballast_name ON ballast (name)");
        sql.update(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                        + " INSERT INTO ballast (name) SELECT ? || i || hex(zeroblob(400)) FROM n",
                rows,
                text);
        return null;
    }

    private static void await(Callable<Boolean> state) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!state.call()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private long number(String query) throws SQLException {
        try (var sql = connections.reading()) {
            return sql.number(query);
        }
    }

    @Test
    void a_chore_is_begun_when_the_library_rests_and_done_to_its_end() throws Exception {
        new Lib(folder).close();
        var done = Collections.synchronizedList(new ArrayList<String>());
        var writer = writer(AT_ONCE, new Chore() {
            @Override
            public void begin() {
                done.add("begun");
            }

            @Override
            public boolean slice(Sql sql) throws SQLException {
                done.add("slice " + sql.number("SELECT count(*) FROM artwork"));
                return done.size() < 4;
            }
        });
        try {
            await(() -> done.equals(List.of("begun", "slice 0", "slice 0", "slice 0")));
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void a_new_library_can_give_back_free_pages() throws Exception {
        try (var lib = new Lib(folder)) {
            connections = new Connections(folder.resolve("library.db"));
            assertEquals(2, number("PRAGMA auto_vacuum"), lib.source::toString);
        }
    }

    @Test
    void an_idle_library_gives_back_free_pages_learns_what_is_in_it_and_empties_its_log() throws Exception {
        new Lib(folder).close();
        var file = folder.resolve("library.db").toFile();
        var writer = writer(Duration.ofHours(1)); // nothing is done before all is there
        try {
            writer.run(writing -> fill(writing.sql(), 15_000, "a"));
            writer.run(writing -> writing.sql().update("DELETE FROM ballast WHERE id > 100"));
        } finally {
            writer.close(() -> {});
        }
        long before = file.length();
        writer = writer(AT_ONCE);
        try {
            writer.run(writing -> fill(writing.sql(), 2_000, "b"));
            await(() -> connections.log().toFile().length() == 0 && file.length() < before / 2);
            assertTrue(number("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'ballast'") > 0);
            assertEquals(2_100, number("SELECT count(*) FROM ballast"));
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void an_idle_library_merges_its_search_indexes() throws Exception {
        new Lib(folder).close();
        var writer = writer(Duration.ofHours(1));
        String segments = "SELECT count(DISTINCT segid) FROM album_search_idx";
        try {
            writer.run(writing ->
                    writing.sql().update("INSERT INTO album_search (album_search, rank) VALUES ('automerge', 0)"));
            for (int i = 1; i <= 12; i++) {
                long id = i;
                writer.run(writing -> writing.sql()
                        .update("INSERT INTO album_search (rowid, title, artist) VALUES (?, ?, 'b')", id, "a" + id));
            }
            assertTrue(number(segments) >= 12);
        } finally {
            writer.close(() -> {});
        }
        writer = writer(AT_ONCE);
        try {
            writer.run(writing -> fill(writing.sql(), 2_000, "b"));
            await(() -> number(segments) < 4);
            assertEquals(12, number("SELECT count(*) FROM album_search WHERE album_search MATCH 'b'"));
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void work_that_comes_in_between_is_done_within_a_slice() throws Exception {
        new Lib(folder).close();
        var writer = writer(Duration.ZERO);
        try {
            writer.run(writing -> fill(writing.sql(), 30_000, "a"));
            writer.run(writing -> writing.sql().update("DELETE FROM ballast WHERE id > 1000"));
            long free = number("PRAGMA freelist_count");
            await(() -> number("PRAGMA freelist_count") < free); // it has begun
            var waits = Collections.synchronizedList(new ArrayList<Long>());
            await(
                    () -> { // until all is given back
                        long asked = System.nanoTime();
                        writer.run(writing ->
                                writing.sql().update("UPDATE meta SET value = value WHERE name = 'revision'"));
                        waits.add(System.nanoTime() - asked);
                        return number("PRAGMA freelist_count") < free / 4;
                    });
            long median = waits.stream().sorted().toList().get(waits.size() / 2);
            assertTrue(waits.size() > 3, "it was not done in slices");
            assertTrue(
                    median < TimeUnit.MILLISECONDS.toNanos(100), "waited " + median + " ns of " + List.copyOf(waits));
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void a_library_that_is_never_open_for_long_is_kept_in_shape_bit_by_bit() throws Exception {
        new Lib(folder).close();
        var writer = writer(Duration.ofHours(1));
        writer.run(writing -> fill(writing.sql(), 20_000, "a"));
        writer.close(() -> {});
        String known = "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'";
        assertEquals(0, number(known), "who changed much let somebody wait for it as well");
        assertTrue(number(LEFT) >= 20_000);
        for (int i = 0; i < 20 && number(LEFT) > 0; i++) {
            writer = writer(Duration.ofHours(1));
            writer.close(() -> {});
        }
        assertEquals(0, number(LEFT));
        assertTrue(number("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'ballast'") > 0);
    }

    @Test
    void small_changes_add_up_until_it_is_time() throws Exception {
        new Lib(folder).close();
        connections = new Connections(folder.resolve("library.db"));
        long before = number(LEFT);
        for (int i = 0; i < 3; i++) {
            var writer = writer(Duration.ofHours(1));
            writer.run(writing -> fill(writing.sql(), 100, "a"));
            writer.close(() -> {});
        }
        assertEquals(before + 300, number(LEFT), 20);
    }

    @Test
    void closing_waits_for_nothing() throws Exception {
        new Lib(folder).close();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            var writer = writer(Duration.ofHours(1));
            writer.run(writing -> null); // it sleeps, or is about to
            long begun = System.nanoTime();
            writer.close(() -> {});
            least = Math.min(least, System.nanoTime() - begun);
        }
        assertTrue(least < TimeUnit.MILLISECONDS.toNanos(60), "it took " + least + " ns");
    }
}

package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.LibraryChanged;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.WriterThread;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@Timeout(120)
class ContentionTest {

    private static final int READERS = 8;

    @TempDir
    Path folder;

    private final List<CoreEvent> events = Collections.synchronizedList(new ArrayList<>());

    /** Another program, which takes the lock again and again; gives it back at once when it is told to end. */
    static final class Outsider {
        private Outsider() {}

        public static void main(String[] args) throws Exception {
            var connections = new Connections(Path.of(args[0]));
            try (var sql = connections.writing()) {
                int held = 0;
                while (System.in.available() == 0) {
                    connections.patience().insist(() -> sql.update("BEGIN EXCLUSIVE"));
                    held++;
                    Thread.sleep(ThreadLocalRandom.current().nextInt(100));
                    sql.execute("COMMIT");
                    if (held == 1) {
                        System.out.println("holding");
                    }
                    Thread.sleep(ThreadLocalRandom.current().nextInt(4));
                }
                System.out.println(held);
            }
        }
    }

    private Path database() {
        return folder.resolve("library.db");
    }

    private WriterThread writer(Duration patience) throws SQLException {
        var connections = new Connections(database(), patience);
        var writer = new WriterThread(connections, connections.writing(), Clock.systemUTC(), events::add, List.of());
        writer.start();
        return writer;
    }

    /** A row of any table: how it comes into the file is the same for all. */
    private static long row(Sql sql) throws SQLException {
        return sql.insert("INSERT INTO listener (name) SELECT 'Listener ' || count(*) FROM listener");
    }

    private static int count(WriterThread writer, String where) {
        return writer.run(writing -> (int) writing.sql().number("SELECT count(*) FROM listener WHERE id > 1 " + where));
    }

    @Test
    void a_batch_waits_for_an_outsider_and_is_then_written_and_told_once() throws Exception {
        new Lib(folder).close();
        var writer = writer(Connections.PATIENCE);
        try (var outsider = new Connections(database()).writing()) {
            outsider.execute("BEGIN EXCLUSIVE");
            var written = writer.submit(writing -> {
                long id = row(writing.sql());
                writing.changes().added(id);
                return id;
            });
            assertThrows(java.util.concurrent.TimeoutException.class, () -> written.get(300, TimeUnit.MILLISECONDS));
            assertEquals(List.of(), events);
            outsider.execute("COMMIT");
            long id = written.get(10, TimeUnit.SECONDS);
            assertEquals(1, events.size());
            assertEquals(List.of(new TrackId(id)), ((LibraryChanged) events.get(0)).added());
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void an_outsider_who_never_lets_go_is_told_of_in_words_and_later_work_is_written() throws Exception {
        new Lib(folder).close();
        var writer = writer(Duration.ofMillis(200));
        try (var outsider = new Connections(database()).writing()) {
            outsider.execute("BEGIN IMMEDIATE");
            var failure = assertThrows(LibraryException.class, () -> writer.run(writing -> row(writing.sql())));
            assertEquals(LibraryException.BUSY, failure.code());
            assertTrue(failure.retryable());
            outsider.execute("COMMIT");
            writer.run(writing -> row(writing.sql()));
            assertEquals(2, outsider.number("SELECT count(*) FROM listener"));
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void a_batch_that_is_disturbed_in_its_middle_is_repeated_as_a_whole() throws Exception {
        new Lib(folder).close();
        var writer = writer(Connections.PATIENCE);
        try {
            for (var code : List.of(
                    SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT, SQLiteErrorCode.SQLITE_LOCKED, SQLiteErrorCode.SQLITE_BUSY)) {
                events.clear();
                var runs = new AtomicInteger();
                var gate = new CountDownLatch(1);
                writer.submit(writing -> awaitQuietly(gate)); // so that the next two are of one batch
                var first = writer.submit(writing -> {
                    long id = row(writing.sql());
                    writing.changes().added(id);
                    return id;
                });
                var second = writer.submit(writing -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new SQLiteException("disturbed", code);
                    }
                    return writing.sql().number("SELECT count(*) FROM listener WHERE id = ?", first.getNow(-1L));
                });
                gate.countDown();
                long id = first.get(10, TimeUnit.SECONDS);
                assertEquals(0, second.get(10, TimeUnit.SECONDS), "the first is not done before the batch is");
                assertEquals(2, runs.get());
                assertEquals(1, events.size());
                assertEquals(1, count(writer, "AND id = " + id));
            }
            assertEquals(3, count(writer, ""));
        } finally {
            writer.close(() -> {});
        }
    }

    private static Void awaitQuietly(CountDownLatch gate) {
        try {
            assertTrue(gate.await(10, TimeUnit.SECONDS));
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_full_disk_fails_the_batch_in_words_and_when_there_is_room_the_next_is_written() throws Exception {
        new Lib(folder).close();
        var writer = writer(Connections.PATIENCE);
        try {
            long pages = writer.run(writing -> writing.sql().number("PRAGMA page_count"));
            writer.run(writing -> writing.sql().number("PRAGMA max_page_count = " + (pages + 2)));
            var failure = assertThrows(
                    LibraryException.class,
                    () -> writer.run(writing -> {
                        for (int i = 0; i < 1_000; i++) {
                            row(writing.sql());
                        }
                        return null;
                    }));
            assertEquals(LibraryException.DISK_FULL, failure.code());
            assertTrue(failure.retryable());
            assertTrue(failure.getMessage().contains("Make room"), failure::getMessage);
            writer.run(writing -> writing.sql().number("PRAGMA max_page_count = 1000000"));
            assertEquals(0, count(writer, ""));
            writer.run(writing -> row(writing.sql()));
            assertEquals(1, count(writer, ""));
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void a_question_that_waits_for_a_program_with_the_file_for_itself_can_be_cancelled_and_goes_on_after_it()
            throws Exception {
        new Lib(folder).close();
        var pool = new ReaderPool(new Connections(database()), index -> {});
        var alone = new Connections(database()).writing();
        try {
            alone.first("PRAGMA locking_mode = EXCLUSIVE", row -> row.getString(1));
            alone.execute("UPDATE meta SET value = value");
            var withdrawn = pool.ask(sql -> sql.number("SELECT 1 FROM meta"));
            var waiting = pool.ask(sql -> sql.number("SELECT 1 FROM meta"));
            assertThrows(java.util.concurrent.TimeoutException.class, () -> waiting.get(200, TimeUnit.MILLISECONDS));
            withdrawn.cancel(true);
            alone.close();
            assertEquals(1, waiting.get(5, TimeUnit.SECONDS));
            assertEquals(1, pool.ask(sql -> sql.number("SELECT 1 FROM meta")).get(5, TimeUnit.SECONDS));
        } finally {
            pool.close();
        }
    }

    /** For half a minute; {@code -Dmusic.test.contention=SECONDS} for another time. */
    @Test
    void readers_and_a_scan_go_on_while_a_program_takes_the_lock_again_and_again() throws Exception {
        long seconds = Long.getLong("music.test.contention", 30);
        try (var lib = new Lib(folder)) {
            for (int i = 0; i < 50; i++) {
                lib.scan(Map.of("first " + i + ".mp3", Lib.tags(TagField.TITLE, "First " + i)));
            }
            lib.events.clear();
            try (var outsider = Child.run(Outsider.class, database())) {
                assertEquals("holding", outsider.line());
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                var threads = Executors.newFixedThreadPool(READERS + 1);
                var asked = new ArrayList<Future<Integer>>();
                for (int i = 0; i < READERS; i++) {
                    asked.add(threads.submit(() -> ask(lib, end)));
                }
                int scans = threads.submit(write(lib, end)).get();
                for (var one : asked) {
                    assertTrue(one.get() > 10, "a reader waited");
                }
                threads.shutdown();
                outsider.say("end");
                int held = Integer.parseInt(outsider.line());
                assertNull(outsider.line());
                assertTrue(held > seconds, held + " times held");
                assertTrue(scans > 1, scans + " scans");
                assertEquals(50 + scans * 20, lib.engine.counts().join().tracks());
                assertEquals(List.of(), lib.engine.check().join());
                var told = lib.events.stream()
                        .flatMap(event -> event.added().stream())
                        .toList();
                assertEquals(scans * 20, told.size(), "each told once");
                assertEquals(told.size(), Set.copyOf(told).size());
            }
        }
    }

    private static int ask(Lib lib, long end) {
        int asked = 0;
        for (; System.nanoTime() < end; asked++) {
            long before = System.nanoTime();
            assertFalse(lib.tracks().items().isEmpty());
            assertFalse(lib.engine
                    .search("first", SearchLimits.DEFAULT)
                    .join()
                    .tracks()
                    .isEmpty());
            long took = System.nanoTime() - before;
            assertTrue(took < TimeUnit.SECONDS.toNanos(5), "a question took " + took + " ns");
        }
        return asked;
    }

    private static Callable<Integer> write(Lib lib, long end) {
        return () -> {
            int scans = 0;
            for (; System.nanoTime() < end; scans++) {
                try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
                    var items = new ArrayList<org.musicplatform.core.api.source.SourceItem>();
                    for (int i = 0; i < 20; i++) {
                        items.add(Lib.item(scans + "/" + i + ".mp3"));
                    }
                    intake.observe(items);
                    for (var task : intake.claim(100)) {
                        intake.deliver(task, Lib.reading(Lib.tags(TagField.TITLE, task.path(), TagField.ALBUM, "A")));
                    }
                    intake.finish(Listing.End.COMPLETE, false);
                }
            }
            return scans;
        };
    }
}

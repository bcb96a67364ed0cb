package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.LibraryException;

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
    void cancelling_stops_the_query() throws Exception {
        new Lib(folder).close();
        var pool = new ReaderPool(new Connections(folder.resolve("library.db")));
        try {
            var ended = new CountDownLatch(1);
            var begun = new CompletableFuture<Void>();
            var endless = pool.ask(sql -> {
                begun.complete(null);
                try {
                    return sql.number("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                            + " SELECT count(*) FROM n");
                } finally {
                    ended.countDown();
                }
            });
            begun.get(10, TimeUnit.SECONDS);
            endless.thenApply(count -> count).cancel(true);
            assertTrue(ended.await(5, TimeUnit.SECONDS));
            assertEquals(1L, pool.ask(sql -> sql.number("SELECT 1")).get(5, TimeUnit.SECONDS));
        } finally {
            pool.close();
        }
    }
}

package org.musicplatform.core.library.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.LibraryException;

/** Whatever ends a backup early: no half file has its name, and the next one goes well. */
class BackupTest {

    @TempDir
    Path folder;

    private Path target;
    private Path part;
    private Connections connections;
    private ReaderPool readers;

    @BeforeEach
    void open() throws SQLException {
        var database = folder.resolve("library.db");
        target = folder.resolve("copy.db");
        part = folder.resolve("copy.db.backup.part");
        connections = new Connections(database);
        Schema.migrate(connections.writing(), database);
        readers = new ReaderPool(connections, index -> {});
    }

    @AfterEach
    void close() {
        readers.close();
        connections.closeAll();
    }

    private String code(Backup.Packing packing) {
        return assertThrows(LibraryException.class, () -> Backup.write(readers, target, packing))
                .code();
    }

    @Test
    void it_has_its_name_when_all_is_in_it_and_not_before() throws Exception {
        long size = Backup.write(readers, target, copy -> {
            assertFalse(Files.exists(target));
            assertTrue(Files.exists(part));
            copy.execute("CREATE TABLE packed AS SELECT 7 AS number");
        });
        assertEquals(Files.size(target), size);
        assertFalse(Files.exists(part));
        try (var sql = new Connections(target).reading()) {
            assertEquals(7, sql.number("SELECT number FROM packed"));
            assertEquals("delete", sql.first("PRAGMA journal_mode", row -> row.getString(1)));
        }
    }

    @Test
    void what_cannot_be_packed_leaves_nothing() {
        assertEquals(LibraryException.IO, code(copy -> copy.execute("no SQL")));
        assertThrows(
                IllegalStateException.class,
                () -> Backup.write(readers, target, copy -> {
                    throw new IllegalStateException();
                }));
        assertFalse(Files.exists(target));
        assertFalse(Files.exists(part));
    }

    @Test
    void what_a_crash_left_of_one_is_no_obstacle() throws Exception {
        Files.writeString(part, "half");
        Backup.write(readers, target, copy -> {});
        assertEquals(Schema.VERSION, DatabaseFile.version(target));
        assertFalse(Files.exists(part));
    }

    @Test
    void two_of_one_name_do_not_mix_and_a_file_that_comes_meanwhile_stays() throws Exception {
        assertEquals(LibraryException.FILE_EXISTS, code(copy -> {
            assertEquals(LibraryException.IN_USE, code(second -> {}));
            writeLetter();
        }));
        assertEquals("Dear aunt", Files.readString(target));
        assertFalse(Files.exists(part));
    }

    private void writeLetter() {
        try {
            Files.writeString(target, "Dear aunt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Connections;

class UpkeepTest {

    @TempDir
    Path folder;

    private Lib lib;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        lib.scan(Map.of("rain.mp3", Lib.tags(TagField.TITLE, "Rain", TagField.ARTIST, "Ella", TagField.ALBUM, "B")));
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private static String code(CompletableFuture<?> future) {
        return ((LibraryException)
                        assertThrows(CompletionException.class, future::join).getCause())
                .code();
    }

    @Test
    void a_backup_made_while_files_come_in_is_a_library_of_its_own() throws Exception {
        var place = Files.createDirectories(folder.resolve("copy"));
        lib.engine.rate(lib.tracks().items().get(0).id(), 5).join();
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("rain.mp3"), Lib.item("snow.mp3")));
            long bytes = lib.engine.backup(place.resolve("library.db")).join();
            assertEquals(Files.size(place.resolve("library.db")), bytes);
        }
        try (var copy = new Lib(place)) {
            assertEquals(1, copy.tracks().items().size());
            assertEquals(1, copy.engine.queued(copy.source.id()));
            assertEquals(List.of("Rain"), copy.found("rain"));
            assertEquals(5, copy.tracks().items().get(0).annotation().rating());
            assertEquals(List.of(), copy.engine.check().join());
        }
    }

    @Test
    void a_backup_of_an_older_library_can_give_back_free_pages() throws Exception {
        lib.close();
        try (var sql = new Connections(folder.resolve("library.db")).writing()) {
            sql.execute("PRAGMA journal_mode = DELETE");
            sql.execute("PRAGMA auto_vacuum = NONE");
            sql.execute("VACUUM");
        }
        lib = new Lib(folder);
        var copy = folder.resolve("copy.db");
        lib.engine.backup(copy).join();
        try (var sql = new Connections(copy).reading()) {
            assertEquals(2, sql.number("PRAGMA auto_vacuum"));
        }
    }

    @Test
    void a_sound_library_is_found_sound_however_often_it_is_looked_at_between_writes() {
        for (int i = 0; i < 5; i++) {
            lib.scan(Map.of(
                    "new " + i + ".mp3", Lib.tags(TagField.TITLE, "Thunder " + i, TagField.ARTIST, "Louis " + i)));
            for (int reader = 0; reader < 5; reader++) {
                lib.found("thunder");
            }
            assertEquals(List.of(), lib.engine.check().join());
        }
    }

    @Test
    void a_backup_never_goes_over_a_file_and_leaves_nothing_when_it_fails() throws Exception {
        var letter = Files.writeString(folder.resolve("letter.txt"), "Dear aunt");
        assertEquals(LibraryException.FILE_EXISTS, code(lib.engine.backup(letter)));
        assertArrayEquals("Dear aunt".getBytes(), Files.readAllBytes(letter));
        var nowhere = folder.resolve("no such folder/library.db");
        assertEquals(LibraryException.IO, code(lib.engine.backup(nowhere)));
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void what_search_lacks_and_what_refers_to_nothing_is_told() throws Exception {
        assertEquals(List.of(), lib.engine.check().join());
        lib.close();
        try (var sql = new Connections(folder.resolve("library.db")).writing()) {
            sql.execute("DELETE FROM track_search");
            sql.execute("PRAGMA foreign_keys = OFF");
            sql.execute("UPDATE track SET album_id = 99");
        }
        lib = new Lib(folder);
        var found = lib.engine.check().join();
        assertTrue(found.contains("Search lacks 1 tracks and knows 0 that are not there."), found::toString);
        assertTrue(found.contains("A row of track refers to one that is not there."), found::toString);
    }
}

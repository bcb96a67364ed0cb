package org.musicplatform.core.library.artwork;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Schema;

/** A picture that is on its way stays, although the library of this moment has no row for it. */
class HoldTest {

    private static final byte[] PICTURE = Arrays.copyOf("GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1), 40);
    private static final String HASH = PictureFiles.hash(PICTURE);

    @TempDir
    Path folder;

    private PictureFiles files;

    @BeforeEach
    void open() {
        files = new PictureFiles(folder.resolve("library.db"));
    }

    private boolean isThere() {
        return Files.exists(files.file(HASH));
    }

    /** Does what the library does with a file that has no row. */
    private void tidy() {
        files.delete(HASH);
        files.sweep(hash -> false, Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void it_stays_until_all_who_hold_it_let_it_go() throws Exception {
        try (var one = files.hold()) {
            one.add(HASH);
            one.add(HASH);
            try (var other = files.hold()) {
                other.add(HASH);
                assertTrue(files.store(HASH, PICTURE));
                assertFalse(files.store(HASH, PICTURE));
            }
            tidy();
            assertTrue(isThere());
        }
        tidy();
        assertFalse(isThere());
    }

    @Test
    void what_comes_out_of_a_backup_stays_until_the_library_has_its_place() throws Exception {
        var backup = folder.resolve("backup.db");
        var notes = new ArrayList<String>();
        try (var sql = new Connections(backup).writing();
                var hold = files.hold()) {
            Schema.migrate(sql, backup);
            sql.update(
                    "INSERT INTO artwork (id, sha256, mime, size, stored) VALUES (1, ?, 'image/gif', 40, 0)",
                    HexFormat.of().parseHex(HASH));
            sql.execute("INSERT INTO artwork_use (subject, subject_id, kind, origin, artwork_id, checked)"
                    + " VALUES (3, 1, 'FRONT', 'user', 1, 0)");
            var before = new PictureFiles(folder.resolve("before.db"));
            before.store(HASH, PICTURE);
            new BackupPictures(before).putInto(sql);
            new BackupPictures(files).moveOut(sql, hold, notes);
            assertFalse(BackupPictures.areIn(sql));
            tidy();
            assertArrayEquals(PICTURE, files.read(HASH));
        }
        assertEquals(List.of("A picture was brought back."), notes);
    }
}

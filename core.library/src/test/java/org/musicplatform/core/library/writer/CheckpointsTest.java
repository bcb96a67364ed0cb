package org.musicplatform.core.library.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Sql;

class CheckpointsTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void much_that_was_written_is_brought_into_the_file_while_the_writer_goes_on() throws SQLException {
        var connections = new Connections(folder.resolve("library.db"));
        try (Sql sql = connections.writing()) {
            var checkpoints = new Checkpoints(connections);
            sql.execute("CREATE TABLE big (content BLOB)");
            write(sql, 40);
            checkpoints.written(sql);
            checkpoints.close();
            assertEquals(0, copied(sql), "little is left in the log");
            write(sql, 10);
            checkpoints.written(sql);
            write(sql, 1); // the writer does not wait for it
            checkpoints.close();
            assertTrue(copied(sql) > 0, "the log is brought into the file");
        }
    }

    private static void write(Sql sql, int megabytes) throws SQLException {
        sql.update("INSERT INTO big VALUES (zeroblob(?))", (long) megabytes * MEGABYTE);
    }

    private static int copied(Sql sql) throws SQLException {
        return sql.first("PRAGMA wal_checkpoint(NOOP)", row -> row.getInt(3));
    }
}

package org.musicplatform.core.library.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTest {

    @Test
    void more_statements_than_are_kept_can_be_used_also_while_a_result_is_read(@TempDir Path folder)
            throws SQLException {
        try (var sql = new Connections(folder.resolve("library.db")).writing()) {
            String outer = "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3";
            for (int round = 0; round < 2; round++) {
                int from = round * Sql.KEPT;
                List<Long> sums = sql.list(outer, row -> row.getLong(1) + sum(sql, from));
                long inner = 2L * Sql.KEPT * from + (2L * Sql.KEPT - 1) * Sql.KEPT;
                assertEquals(List.of(1 + inner, 2 + inner, 3 + inner), sums);
                assertEquals(inner, sum(sql, from));
            }
        }
    }

    @Test
    void what_was_remembered_is_forgotten_when_somebody_else_wrote(@TempDir Path folder) throws SQLException {
        var connections = new Connections(folder.resolve("library.db"));
        try (var writing = connections.writing();
                var reading = connections.reading()) {
            writing.execute("CREATE TABLE t (a)");
            assertNull(reading.remembered("count", Long.class));
            reading.remember("count", reading.number("SELECT count(*) FROM t"));
            assertEquals(0L, reading.remembered("count", Long.class));
            writing.update("INSERT INTO t VALUES (1)");
            assertNull(reading.remembered("count", Long.class));
        }
    }

    private static long sum(Sql sql, int from) throws SQLException {
        long sum = 0;
        for (int i = from; i < from + 2 * Sql.KEPT; i++) {
            sum += sql.number("SELECT " + i);
        }
        return sum;
    }
}

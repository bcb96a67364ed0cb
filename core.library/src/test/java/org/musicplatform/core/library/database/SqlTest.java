package org.musicplatform.core.library.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static long sum(Sql sql, int from) throws SQLException {
        long sum = 0;
        for (int i = from; i < from + 2 * Sql.KEPT; i++) {
            sum += sql.number("SELECT " + i);
        }
        return sum;
    }
}

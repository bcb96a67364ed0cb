package org.musicplatform.core.library.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A question that takes too long is given up, and the connection answers the next one. */
@Timeout(60)
class TimeLimitTest {

    private static final String ENDLESS =
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT n FROM n";

    @TempDir
    Path folder;

    private Sql sql;

    @BeforeEach
    void open() throws SQLException {
        sql = new Connections(folder.resolve("library.db")).writing();
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
    }

    @Test
    void what_came_in_time_is_kept_and_the_same_question_may_be_asked_again() throws SQLException {
        for (int round = 0; round < 3; round++) {
            var kept = new ArrayList<Long>();
            assertNull(TimeLimit.within(
                    TimeUnit.MILLISECONDS.toNanos(20), sql, s -> s.list(ENDLESS, row -> kept.add(row.getLong(1)))));
            assertFalse(kept.isEmpty());
            assertEquals(
                    3,
                    TimeLimit.within(
                                    TimeUnit.MINUTES.toNanos(1),
                                    sql,
                                    s -> s.list(ENDLESS + " LIMIT 3", row -> row.getLong(1)))
                            .size());
        }
    }

    @Test
    void no_time_is_left_over_for_what_is_asked_without_a_limit() throws SQLException {
        TimeLimit.within(1, sql, s -> s.number("SELECT count(*) FROM (" + ENDLESS + ")"));
        assertEquals(2_000_000, sql.number("SELECT count(*) FROM (" + ENDLESS + " LIMIT 2000000)"));
    }

    @Test
    void other_failures_are_no_end_of_time() {
        assertThrows(
                SQLException.class,
                () -> TimeLimit.within(TimeUnit.MINUTES.toNanos(1), sql, s -> s.number("SELECT nothing")));
        Thread.currentThread().interrupt();
        try {
            assertThrows(
                    SQLException.class,
                    () -> TimeLimit.within(
                            TimeUnit.MINUTES.toNanos(1), sql, s -> s.number("SELECT count(*) FROM (" + ENDLESS + ")")));
        } finally {
            Thread.interrupted();
        }
    }
}

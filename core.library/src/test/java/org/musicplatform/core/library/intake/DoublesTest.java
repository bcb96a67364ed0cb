package org.musicplatform.core.library.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Schema;

@Timeout(60)
class DoublesTest {

    @Test
    void nothing_is_looked_for_in_all_files_whatever_statistics_of_a_first_few_say(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("library.db");
        try (var sql = new Connections(file).writing()) {
            Schema.migrate(sql, file);
            sql.execute("ANALYZE");
            sql.execute("DELETE FROM sqlite_stat1");
            // as a first look at 50,000 files leaves them that rests for a moment after 8
            sql.execute("INSERT INTO sqlite_stat1 VALUES ('file', 'file_folder', '968 12 1'),"
                    + " ('file', 'file_track', '8 1 1 1 1 1'), ('track', 'track_album', '8 8 8 1 1'),"
                    + " ('track', 'track_title', '8 1 1')");
            sql.execute("ANALYZE sqlite_schema");
            for (String query : List.of(Doubles.ON_ONE_ALBUM, Doubles.IN_ONE_FOLDER)) {
                var all = sql.list("EXPLAIN QUERY PLAN " + query, row -> row.getString("detail"), "[1]").stream()
                        .filter(step -> step.matches("SCAN [fgot]\\b.*"))
                        .toList();
                assertEquals(List.of(), all);
            }
        }
    }
}

package org.musicplatform.core.library.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Schema;

class CompanionRowsTest {

    @Test
    void what_lies_in_a_folder_is_found_without_looking_at_other_folders(@TempDir Path folder) throws SQLException {
        var file = folder.resolve("library.db");
        try (var sql = new Connections(file).writing()) {
            Schema.migrate(sql, file);
            var plan = sql.list(
                    "EXPLAIN QUERY PLAN " + CompanionRows.IN_FOLDER + "('IMAGE')", row -> row.getString(4), 1, "a");
            assertEquals(
                    List.of(
                            "SEARCH d USING COVERING INDEX sqlite_autoindex_folder_1 (source_id=? AND path=?)",
                            "SEARCH c USING INDEX companion_folder (folder_id=?)"),
                    plan);
        }
    }
}

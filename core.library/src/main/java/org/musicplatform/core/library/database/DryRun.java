package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.LibraryMigration;

/** Takes the steps to the tables of today on a copy, and tells what came of it. */
public final class DryRun {

    private DryRun() {}

    /** Does so with a library that is open in no process. */
    public static LibraryMigration of(Path database) throws SQLException, IOException {
        int version = DatabaseFile.version(database);
        var steps = Schema.words(version);
        Path copy = DatabaseFile.beside(database, "dry-run");
        var findings = new ArrayList<String>();
        long begun = System.nanoTime();
        try {
            if (version > 0) {
                DatabaseFile.copy(database, copy);
            }
            begun = System.nanoTime();
            findings.addAll(migrate(copy));
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.FULL || Trouble.of(e) == Trouble.DISK) {
                throw e;
            }
            findings.add("A step fails: " + e.getMessage() + ". The library would stay as it is before that step.");
        } finally {
            DatabaseFile.remove(copy);
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new LibraryMigration(version, Schema.VERSION, steps, true, took, null, findings);
    }

    private static List<String> migrate(Path copy) throws SQLException {
        try (var sql = new Connections(copy).writing()) {
            Schema.migrate(sql, copy);
            var found = new ArrayList<>(Upkeep.pages(sql));
            found.addAll(Upkeep.references(sql));
            return found;
        }
    }
}

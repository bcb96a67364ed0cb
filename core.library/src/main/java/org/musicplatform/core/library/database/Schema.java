package org.musicplatform.core.library.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The tables, and the steps by which older ones become today's. */
public final class Schema {

    private static final List<String> STEPS = List.of(
            "1-library.sql",
            "2-companions.sql",
            "3-annotations.sql",
            "4-playlists.sql",
            "5-plays.sql",
            "6-changes.sql",
            "7-entities.sql",
            "8-listeners.sql",
            "9-stores.sql",
            "10-duplicates.sql",
            "11-decided.sql",
            "12-late.sql");
    public static final int VERSION = STEPS.size();

    private Schema() {}

    /**
     * Refuses a database that is none of ours, by what is in it; returns its version.
     *
     * @throws SQLException when it cannot be read
     */
    public static int checkKnown(Sql sql, Path database) throws SQLException {
        int version = (int) sql.number("PRAGMA user_version");
        if (version > VERSION) {
            throw Errors.newer(database, version);
        }
        boolean steps = sql.number("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_step'") > 0;
        if (version > 0 ? !steps : sql.number("SELECT count(*) FROM sqlite_schema") > 0) {
            throw Errors.damaged(database, "it is another database", null);
        }
        for (int step = 0; step < version; step++) {
            String known =
                    sql.first("SELECT checksum FROM schema_step WHERE version = ?", row -> row.getString(1), step + 1);
            if (!checksum(script(STEPS.get(step))).equals(known)) {
                throw Errors.damaged(database, "step " + (step + 1) + " is not the one of this program", null);
            }
        }
        return version;
    }

    /** Takes the steps that are still to be taken, each in a transaction of its own. */
    public static void migrate(Sql sql, Path database) throws SQLException {
        migrate(sql, database, VERSION);
    }

    public static void migrate(Sql sql, Path database, int target) throws SQLException {
        int version = checkKnown(sql, database);
        for (int step = version; step < target; step++) {
            take(sql, step);
        }
    }

    private static void take(Sql sql, int step) throws SQLException {
        String script = script(STEPS.get(step));
        sql.execute("BEGIN IMMEDIATE");
        try {
            sql.execute("CREATE TABLE IF NOT EXISTS schema_step (version INTEGER PRIMARY KEY, checksum TEXT NOT NULL)");
            for (String statement : statements(script)) {
                sql.execute(statement);
            }
            sql.update("INSERT INTO schema_step (version, checksum) VALUES (?, ?)", step + 1, checksum(script));
            sql.execute("PRAGMA user_version = " + (step + 1));
            sql.execute("COMMIT");
        } catch (SQLException e) {
            try {
                sql.execute("ROLLBACK");
            } catch (SQLException undone) {
                e.addSuppressed(undone); // by SQLite itself
            }
            throw e;
        }
    }

    /** Returns what the steps behind a version do, in words: of newer ones what their script begins with. */
    public static List<String> words(int version) {
        var words = new ArrayList<String>();
        for (String step : STEPS.subList(version, VERSION)) {
            String told = script(step)
                    .lines()
                    .takeWhile(line -> line.startsWith("--"))
                    .map(line -> line.substring(2).strip())
                    .collect(Collectors.joining(" "));
            words.add(told.isEmpty() ? step.substring(step.indexOf('-') + 1, step.lastIndexOf('.')) : told);
        }
        return words;
    }

    /** Runs a script that is no step, in a transaction. */
    static void run(Sql sql, String name) throws SQLException {
        sql.transaction(() -> {
            for (String statement : statements(script(name))) {
                sql.execute(statement);
            }
        });
    }

    private static List<String> statements(String script) {
        return Arrays.stream(script.split(";\\s*\\R"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    private static String script(String name) {
        try (var in = Schema.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle lacks " + name, e);
        }
    }

    private static String checksum(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.musicplatform.core.library.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.library.playlist.PlaylistCounters;
import org.musicplatform.core.library.search.SearchCheck;
import org.musicplatform.core.library.search.SearchRepair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies of the library, and whether it is sound. */
public final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private Upkeep() {}

    /** Copies the library into a new file. */
    static void copy(Sql sql, Path file) throws SQLException {
        if (sql.number("PRAGMA auto_vacuum") == 0) {
            sql.execute("PRAGMA auto_vacuum = INCREMENTAL"); // for the copy: a file keeps what it was made with
        }
        sql.update("VACUUM INTO ?", file.toString());
    }

    /** Reads a row of each table, which costs next to nothing: finds what is wrong from the ground up. */
    static void touch(Sql sql) throws SQLException {
        for (String table : sql.list(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0", row -> row.getString(1))) {
            sql.number("SELECT count(*) FROM (SELECT 1 FROM " + quoted(table) + " NOT INDEXED LIMIT 1)");
        }
    }

    /** Returns what is wrong with the pages: for a connection that has asked no search index before. */
    static List<String> pages(Sql sql) throws SQLException {
        return sql.list("PRAGMA quick_check(20)", row -> row.getString(1)).stream()
                .filter(line -> !line.equals("ok"))
                .toList();
    }

    /**
     * Has the search indexes made anew if nothing else is wrong; returns whether that is so.
     *
     * @param found what is wrong
     */
    static boolean renewSearchIndexes(Sql sql, List<String> found) throws SQLException {
        if (!found.stream().allMatch(line -> line.startsWith("fts5:") || line.contains(" FTS5 table "))) {
            return false;
        }
        LOG.warn("What search knows is damaged ({}); it is made anew. This may take a while.", found.get(0));
        renewSearchIndexes(sql);
        return true;
    }

    /** Empties the search indexes: what is to be in them is put there when the library is opened. */
    static void renewSearchIndexes(Sql sql) throws SQLException {
        for (String table : searchIndexes(sql)) {
            sql.execute("INSERT INTO " + quoted(table) + " (" + quoted(table) + ") VALUES ('delete-all')");
        }
        SearchRepair.demand(sql);
    }

    /** Returns the names of the tables that search asks. */
    public static List<String> searchIndexes(Sql sql) throws SQLException {
        return sql.list(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage = 0"
                        + " AND lower(sql) LIKE 'create virtual table%fts5%'",
                row -> row.getString(1));
    }

    /** Returns a name as SQL takes it, whatever is in it. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns what is wrong with the database. */
    public static List<String> check(Sql sql) throws SQLException {
        return inOneState(sql, Upkeep::findings);
    }

    /** Asks several questions to one state of the library. */
    public static <T> T inOneState(Sql sql, ReaderPool.Query<T> questions) throws SQLException {
        sql.begin();
        try {
            return questions.ask(sql);
        } finally {
            sql.rollback();
        }
    }

    private static List<String> findings(Sql sql) throws SQLException {
        var found = new ArrayList<String>();
        for (String line : pages(sql)) {
            found.add("The database is damaged: " + line + ". Restore it from a backup.");
        }
        found.addAll(references(sql));
        found.addAll(PlaylistCounters.check(sql));
        found.addAll(SearchCheck.findings(sql));
        Aggregates.check(sql, found);
        return found;
    }

    /** Returns which rows refer to nothing. */
    static List<String> references(Sql sql) throws SQLException {
        return sql.list(
                "PRAGMA foreign_key_check",
                row -> "A row of " + row.getString(1) + " refers to one that is not there.");
    }
}

package org.musicplatform.core.library.database;

import java.sql.SQLException;

/**
 * The next ids of a table, given out without asking the database. An id is not given out again, also when its row is
 * gone: the table is one with AUTOINCREMENT, which remembers the highest. Used by the writer thread.
 */
public final class RowIds {

    private final Sql sql;
    private final String table;
    private long last = -1;

    public RowIds(Sql sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    public long next() throws SQLException {
        if (last < 0) {
            last = sql.number(
                    "SELECT max((SELECT coalesce(max(id), 0) FROM " + table
                            + "), (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?))",
                    table);
        }
        return ++last;
    }

    /** Asks the database again: what was given out may be undone. */
    public void forget() {
        last = -1;
    }
}

package org.musicplatform.core.library.database;

import java.sql.SQLException;
import java.util.function.IntFunction;

/**
 * Rows of one kind that are gathered and written many at a time, since every statement costs more than most rows. What
 * is gathered is not in the database before it is flushed. A row that cannot be written leaves those before it written:
 * the transaction is to be undone as a whole, and in turn no statement copies pages to undo itself. Used by one thread.
 */
public final class Bulk {

    private static final int[] SIZES = {64, 8, 1};
    private static final int CAPACITY = 64;

    private final Sql sql;
    private final int columns;
    private final String[] statements = new String[SIZES.length];
    private final Object[] values;
    private int rows;

    private Bulk(Sql sql, int columns, IntFunction<String> statement) {
        this.sql = sql;
        this.columns = columns;
        this.values = new Object[CAPACITY * columns];
        for (int i = 0; i < SIZES.length; i++) {
            statements[i] = statement.apply(SIZES[i]);
        }
    }

    /**
     * Gathers rows to insert.
     *
     * @param table which table
     * @param columns the names of what a row gives, separated by commas
     */
    public static Bulk insert(Sql sql, String table, String columns) {
        int count = columns.split(",").length;
        return new Bulk(
                sql,
                count,
                rows -> "INSERT OR FAIL INTO " + table + " (" + columns + ") VALUES " + questions(count, rows));
    }

    /**
     * Gathers changes of rows.
     *
     * @param table which table; a row gives its id first
     * @param columns the names of what a row gives behind its id, separated by commas
     * @param same what all rows get besides, as SQL
     */
    public static Bulk update(Sql sql, String table, String columns, String same) {
        String[] names = columns.split(", *");
        var set = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            set.append(i == 0 ? "" : ", ")
                    .append(names[i])
                    .append(" = v.column")
                    .append(i + 2);
        }
        set.append(", ").append(same);
        int count = names.length + 1;
        return new Bulk(
                sql,
                count,
                rows -> "UPDATE OR FAIL " + table + " SET " + set + " FROM (VALUES " + questions(count, rows)
                        + ") v WHERE " + table + ".id = v.column1");
    }

    private static String questions(int columns, int rows) {
        String row = "(?" + ", ?".repeat(columns - 1) + ")";
        return row + (", " + row).repeat(rows - 1);
    }

    /** Gathers a row. */
    public void add(Object... row) throws SQLException {
        if (row.length != columns) {
            throw new IllegalArgumentException(columns + " values are needed: " + row.length);
        }
        System.arraycopy(row, 0, values, rows * columns, columns);
        if (++rows == CAPACITY) {
            flush();
        }
    }

    /** Writes what was gathered. */
    public void flush() throws SQLException {
        int from = 0;
        for (int i = 0; i < SIZES.length; i++) {
            for (; rows - from >= SIZES[i]; from += SIZES[i]) {
                sql.update(statements[i], values, from * columns, SIZES[i] * columns);
            }
        }
        rows = 0;
    }

    /** Forgets what was gathered. */
    public void clear() {
        rows = 0;
    }
}

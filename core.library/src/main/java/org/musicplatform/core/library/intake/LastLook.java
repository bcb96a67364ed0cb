package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Sql;

/**
 * How far the last look at a source that came to its end knew the files: a row with a higher id was made by a look that
 * was cut off, and is as new to the next one as it was to that.
 */
final class LastLook {

    /** Of a source that was looked at before this was noted: all rows count as known. */
    static final long EVERYTHING = Long.MAX_VALUE;

    private LastLook() {}

    private static String name(long source) {
        return "known " + source;
    }

    /** Returns the highest id of a file that is known. */
    static long known(Sql sql, long source) throws SQLException {
        Long noted = sql.first("SELECT value FROM meta WHERE name = ?", row -> row.getLong(1), name(source));
        if (noted != null) {
            return noted;
        }
        boolean never = sql.number("SELECT count(*) FROM source WHERE id = ? AND last_sync IS NULL", source) > 0;
        return never ? 0 : EVERYTHING;
    }

    /** Notes that all files which have a row now are known. */
    static void ended(Sql sql, long source) throws SQLException {
        sql.update("INSERT OR REPLACE INTO meta (name, value) SELECT ?, coalesce(max(id), 0) FROM file", name(source));
    }

    static void forget(Sql sql, long source) throws SQLException {
        sql.update("DELETE FROM meta WHERE name = ?", name(source));
    }
}

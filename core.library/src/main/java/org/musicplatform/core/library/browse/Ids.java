package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.Arrays;
import org.musicplatform.core.library.database.Sql;

/** Many ids, read as one text: that costs half of what it costs to step through rows. */
final class Ids {

    private Ids() {}

    /**
     * Reads ids.
     *
     * @param query for rows with an {@code id}
     */
    static long[] read(Sql sql, Query query) throws SQLException {
        String text = sql.first(
                "SELECT group_concat(id) FROM (" + query.text() + ")",
                row -> row.getString(1),
                query.values().toArray());
        return text == null ? new long[0] : parse(text);
    }

    private static long[] parse(String text) {
        var ids = new long[text.length() / 2 + 1];
        int count = 0;
        long id = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',') {
                ids[count++] = id;
                id = 0;
            } else {
                id = id * 10 + c - '0';
            }
        }
        ids[count++] = id;
        return Arrays.copyOf(ids, count);
    }
}

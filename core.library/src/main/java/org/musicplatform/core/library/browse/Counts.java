package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import org.musicplatform.core.api.library.LibraryCounts;
import org.musicplatform.core.library.curation.Duplicates;
import org.musicplatform.core.library.database.Sql;

/** How much the library holds. */
public final class Counts {

    private Counts() {}

    public static LibraryCounts of(Sql sql) throws SQLException {
        return new LibraryCounts(
                sql.number("SELECT count(*) FROM track WHERE visible = 1"),
                sql.number("SELECT count(*) FROM album a WHERE " + Rows.ALBUM_THERE),
                sql.number("SELECT count(*) FROM artist r WHERE " + Rows.ARTIST_THERE),
                sql.number("SELECT coalesce(sum(files), 0) FROM folder WHERE parent_id IS NULL"),
                sql.number("SELECT count(*) FROM file WHERE state = 4"),
                sql.number("SELECT count(*) FROM file WHERE state = 3"),
                Duplicates.waiting(sql));
    }
}

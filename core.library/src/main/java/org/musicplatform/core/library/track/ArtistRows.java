package org.musicplatform.core.library.track;

import java.sql.SQLException;
import org.musicplatform.core.library.database.RowIds;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.search.SearchIndex;
import org.musicplatform.core.library.writer.Recent;
import org.musicplatform.core.support.TextFolding;

/** The rows of artists, one for each name whatever its case. Used by the writer thread. */
public final class ArtistRows {

    private static final int CACHED = 10_000;

    private final Sql sql;
    private final SearchIndex index;
    private final RowIds ids;
    private final Recent<String, Long> byName = new Recent<>(CACHED);

    public ArtistRows(Sql sql, SearchIndex index) {
        this.sql = sql;
        this.index = index;
        this.ids = new RowIds(sql, "artist");
    }

    /** Finds or makes the artist of a name. */
    public long id(String name) throws SQLException {
        Long cached = byName.get(name);
        if (cached != null) {
            return cached;
        }
        String key = TextFolding.key(name);
        Long id = sql.first("SELECT id FROM artist WHERE name_key = ?", row -> row.getLong(1), key);
        if (id == null) {
            id = ids.next();
            sql.update(
                    "INSERT INTO artist (id, name, name_key, sort) VALUES (?, ?, ?, ?)",
                    id,
                    name,
                    key,
                    TextFolding.sortKey(name));
            index.artist(id, name);
        }
        byName.put(name, id);
        return id;
    }

    public void forget() {
        byName.clear();
        ids.forget();
    }
}

package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.search.SearchIndex;
import org.musicplatform.core.support.TextFolding;

/** The rows of genres, one for each name whatever its case. Used by the writer thread. */
public final class GenreRows {

    private static final int CACHED = 2_000;

    private final Sql sql;
    private final SearchIndex index;
    private final Map<String, Long> byName = new HashMap<>();

    public GenreRows(Sql sql, SearchIndex index) {
        this.sql = sql;
        this.index = index;
    }

    /** Finds or makes the genre of a name. */
    public long id(String name) throws SQLException {
        Long known = byName.get(name);
        if (known != null) {
            return known;
        }
        String key = TextFolding.key(name);
        Long id = sql.first("SELECT id FROM genre WHERE name_key = ?", row -> row.getLong(1), key);
        if (id == null) {
            id = sql.insert(
                    "INSERT INTO genre (name, name_key, sort) VALUES (?, ?, ?)", name, key, TextFolding.sortKey(name));
            index.genre(id, name);
        }
        if (byName.size() >= CACHED) {
            byName.clear();
        }
        byName.put(name, id);
        return id;
    }

    public void forget() {
        byName.clear();
    }
}

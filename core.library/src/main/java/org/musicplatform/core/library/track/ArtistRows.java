package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.search.SearchIndex;
import org.musicplatform.core.support.TextFolding;

/** The rows of artists, one for each name whatever its case. */
public final class ArtistRows {

    private static final int CACHED = 10_000;

    private final Sql sql;
    private final SearchIndex index;
    private final Map<String, Long> byKey = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > CACHED;
        }
    };

    public ArtistRows(Sql sql, SearchIndex index) {
        this.sql = sql;
        this.index = index;
    }

    /** Finds or makes the artist of a name. */
    public long id(String name) throws SQLException {
        String key = TextFolding.key(name);
        Long cached = byKey.get(key);
        if (cached != null) {
            return cached;
        }
        Long id = sql.first("SELECT id FROM artist WHERE name_key = ?", row -> row.getLong(1), key);
        if (id == null) {
            id = sql.insert(
                    "INSERT INTO artist (name, name_key, sort) VALUES (?, ?, ?)", name, key, TextFolding.sortKey(name));
            index.artist(id, name);
        }
        byKey.put(key, id);
        return id;
    }

    public void forget() {
        byKey.clear();
    }
}

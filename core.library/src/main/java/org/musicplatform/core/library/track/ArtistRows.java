package org.musicplatform.core.library.track;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Bulk;
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
    private final Bulk rows;
    private final Recent<String, Long> byName = new Recent<>(CACHED);

    /** Holds what is gathered and not written yet, at least. */
    private final Recent<String, Long> byKey = new Recent<>(CACHED);

    public ArtistRows(Sql sql, SearchIndex index) {
        this.sql = sql;
        this.index = index;
        this.ids = new RowIds(sql, "artist");
        this.rows = Bulk.insert(sql, "artist", "id, name, name_key, sort");
    }

    /** Finds or makes the artist of a name. */
    public long id(String name) throws SQLException {
        Long cached = byName.get(name);
        if (cached != null) {
            return cached;
        }
        String key = TextFolding.key(name);
        Long id = byKey.get(key);
        if (id == null) {
            id = sql.first("SELECT id FROM artist WHERE name_key = ?", row -> row.getLong(1), key);
        }
        if (id == null) {
            id = ids.next();
            rows.add(id, name, key, TextFolding.sortKey(name));
            index.newArtist(id, name);
        }
        byKey.put(key, id);
        byName.put(name, id);
        return id;
    }

    public void flush() throws SQLException {
        rows.flush();
    }

    public void forget() {
        rows.clear();
        byName.clear();
        byKey.clear();
        ids.forget();
    }
}

package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.library.database.Sql;

/** The rows of formats: what container, what codec, and by which reader that is known. Used by the writer thread. */
final class FormatRows {

    private static final int REMEMBERED = 500;

    private final Sql sql;
    private final Map<Format, Long> known = new HashMap<>();

    FormatRows(Sql sql) {
        this.sql = sql;
    }

    private record Format(String container, String codec, String reader) {}

    long id(AudioProperties properties, String reader) throws SQLException {
        var format = new Format(properties.container(), properties.codec(), reader);
        Long id = known.get(format);
        if (id == null) {
            id = find(format);
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(format, id);
        }
        return id;
    }

    private long find(Format format) throws SQLException {
        Long id = sql.first(
                "SELECT id FROM format WHERE container IS ? AND codec IS ? AND reader = ?",
                row -> row.getLong(1),
                format.container(),
                format.codec(),
                format.reader());
        return id != null
                ? id
                : sql.insert(
                        "INSERT INTO format (container, codec, reader) VALUES (?, ?, ?)",
                        format.container(),
                        format.codec(),
                        format.reader());
    }

    void forget() {
        known.clear();
    }
}

package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.musicplatform.core.library.database.Sql;

/** By how much the counters of rows change in a transaction: each row is written once. Used by the writer thread. */
public final class Counters {

    /** A column that counts. */
    public enum Counter {
        /** Tracks that are there and have the artist as artist. */
        ARTIST_TRACKS("artist", "tracks"),
        /** Albums that are there and have the artist as album artist. */
        ARTIST_ALBUMS("artist", "albums"),
        /** Tracks that are there. */
        GENRE_TRACKS("genre", "tracks"),
        /** Files that are there, in the folder and below. */
        FOLDER_FILES("folder", "files");

        private final String statement;

        Counter(String table, String column) {
            this.statement = "UPDATE " + table + " SET " + column + " = " + column + " + ? WHERE id = ?";
        }
    }

    private final Sql sql;
    private final Map<Counter, Map<Long, Integer>> deltas = new HashMap<>();

    public Counters(Sql sql) {
        this.sql = sql;
        for (Counter counter : Counter.values()) {
            deltas.put(counter, new HashMap<>());
        }
    }

    public void add(Counter counter, long id, int delta) {
        if (delta != 0) {
            deltas.get(counter).merge(id, delta, Integer::sum);
        }
    }

    public void flush() throws SQLException {
        for (Counter counter : Counter.values()) {
            var changed = deltas.get(counter);
            for (var entry : changed.entrySet()) {
                if (entry.getValue() != 0) {
                    sql.update(counter.statement, entry.getValue(), entry.getKey());
                }
            }
            changed.clear();
        }
    }

    public void clear() {
        deltas.values().forEach(Map::clear);
    }
}

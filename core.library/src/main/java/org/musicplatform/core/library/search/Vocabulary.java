package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.library.database.Sql;

/** Words of names, by their beginning or by what is inside of them. Remembers for one search. */
final class Vocabulary {

    /** More words are cheaper found by the index's own walk over beginnings. */
    private static final int COMPLETIONS = 32;

    private static final int INNER = 16;
    private static final int INNER_LOOKED_AT = 500;

    private final Sql sql;
    private final Map<String, List<String>> completions = new HashMap<>();
    private final Map<String, List<String>> containing = new HashMap<>();

    Vocabulary(Sql sql) {
        this.sql = sql;
    }

    /**
     * Returns the words that begin with a text of at least {@link SearchIndex#VOCABULARY_FROM} characters, also itself;
     * null when they are many.
     */
    List<String> completions(String beginning) throws SQLException {
        if (!completions.containsKey(beginning)) {
            var words = sql.list(
                    "SELECT word FROM word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?",
                    row -> row.getString(1),
                    beginning,
                    beginning + Character.toString(Character.MAX_CODE_POINT),
                    COMPLETIONS + 1);
            completions.put(beginning, words.size() > COMPLETIONS ? null : words);
        }
        return completions.get(beginning);
    }

    /** Returns words with a text of at least three characters inside, the shortest first. */
    List<String> containing(String inner) throws SQLException {
        var known = containing.get(inner);
        if (known == null) {
            known = new ArrayList<>(sql.list(
                    "SELECT w.word FROM (SELECT rowid AS id FROM word_search WHERE word_search MATCH ? LIMIT ?) s"
                            + " CROSS JOIN word w ON w.id = s.id ORDER BY length(w.word), w.id LIMIT ?",
                    row -> row.getString(1),
                    Expression.quoted(inner),
                    INNER_LOOKED_AT,
                    INNER));
            containing.put(inner, known);
        }
        return known;
    }
}

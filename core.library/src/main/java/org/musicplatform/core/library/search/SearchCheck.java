package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.musicplatform.core.library.database.Sql;

/**
 * Compares the search indexes with what they are to know: which rows there are, and of some rows whether an index has
 * their words, and no more.
 */
public final class SearchCheck {

    private static final int LOOKED_AT = 500;
    private static final int WORDS = 20; // of each text

    private final Sql sql;
    private final List<String> found = new ArrayList<>();
    private long lostWords;

    private SearchCheck(Sql sql) {
        this.sql = sql;
    }

    /** Returns what is wrong. */
    public static List<String> findings(Sql sql) throws SQLException {
        var check = new SearchCheck(sql);
        for (Content content : Content.values()) {
            check.compareRows(content);
            check.compareWords(content);
        }
        if (check.lostWords > 0) {
            check.found.add("Search does not know the beginnings and insides of " + check.lostWords + " words.");
        }
        return check.found;
    }

    private void compareRows(Content content) throws SQLException {
        String rows = content.rows();
        String index = content.index();
        long lost = sql.number("SELECT count(*) FROM (" + rows + ") WHERE id NOT IN (SELECT rowid FROM " + index + ")");
        long extra = sql.number("SELECT count(*) FROM " + index + " WHERE rowid NOT IN (" + rows + ")");
        if (lost + extra > 0) {
            found.add("Search lacks " + lost + " " + content.what() + " and knows " + extra + " that are not there.");
        }
    }

    private void compareWords(Content content) throws SQLException {
        var ids = sample(content);
        int wrong = 0;
        for (long id : ids) {
            var texts = content.texts(sql, id);
            if (texts.isEmpty()) {
                continue;
            }
            boolean known = false;
            for (List<String> text : texts) {
                known |= isKnown(content, id, text);
            }
            wrong += known ? 0 : 1;
            if (content != Content.LYRICS) {
                lostWords += lostWords(texts.get(0));
            }
        }
        if (wrong > 0) {
            found.add("Search has other words than " + wrong + " of " + ids.size() + " " + content.what()
                    + " that were looked at.");
        }
    }

    /** Returns ids that both sides have: all, or some from everywhere, each time others. */
    private List<Long> sample(Content content) throws SQLException {
        String both = "(" + content.rows() + ") WHERE id IN (SELECT rowid FROM " + content.index() + ")";
        long step = 1 + sql.number("SELECT count(*) FROM " + both) / LOOKED_AT;
        return sql.list(
                "SELECT id FROM " + both + " AND id % ? = ?",
                row -> row.getLong(1),
                step,
                ThreadLocalRandom.current().nextLong(step));
    }

    /**
     * Tells whether the index has as many words of a row as a text has, and these. Each is asked for alone: of several,
     * the index would look for the first row that has them all, before it looks at this one.
     */
    private boolean isKnown(Content content, long id, List<String> texts) throws SQLException {
        var lengths = new ArrayList<Long>();
        var asked = new LinkedHashSet<String>();
        for (int i = 0; i < texts.size(); i++) {
            var words = texts.get(i).isEmpty()
                    ? List.<String>of()
                    : List.of(texts.get(i).split(" "));
            lengths.add((long) words.size());
            String column = content.columns().get(i);
            words.stream().limit(WORDS).forEach(word -> asked.add(column + " : " + Expression.quoted(word)));
        }
        String index = content.index();
        byte[] sizes = sql.first("SELECT sz FROM " + index + "_docsize WHERE id = ?", row -> row.getBytes(1), id);
        if (!lengths.equals(numbers(sizes))) {
            return false;
        }
        for (String word : asked) {
            if (sql.number("SELECT count(*) FROM " + index + " WHERE " + index + " MATCH ? AND rowid = ?", word, id)
                    == 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads SQLite's numbers of variable length. */
    private static List<Long> numbers(byte[] bytes) {
        var numbers = new ArrayList<Long>();
        long number = 0;
        for (byte each : bytes) {
            number = number << 7 | each & 0x7f;
            if (each >= 0) {
                numbers.add(number);
                number = 0;
            }
        }
        return numbers;
    }

    private long lostWords(List<String> texts) throws SQLException {
        long lost = 0;
        for (String word : String.join(" ", texts).split(" ")) {
            if (word.length() >= SearchIndex.VOCABULARY_FROM && !isInVocabulary(word)) {
                lost++;
            }
        }
        return lost;
    }

    private boolean isInVocabulary(String word) throws SQLException {
        return sql.number(
                        "SELECT count(*) FROM word w WHERE w.word = ? AND w.id IN (SELECT rowid FROM word_search"
                                + " WHERE word_search MATCH ?)",
                        word,
                        Expression.quoted(word))
                > 0;
    }
}

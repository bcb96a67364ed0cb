package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.support.TextFolding;

/**
 * What a search index is asked: all terms of a question, each by any of its phrases, the last one also as a beginning.
 * Every word is quoted, so that no text has a meaning to the index.
 *
 * @param text the expression
 * @param filters two texts, one of which must be in a name with a space before it: a beginning of one letter that the
 *     index has no list for; empty texts when there is none
 */
record Expression(String text, List<String> filters) {

    private static final List<String> NO_FILTERS = List.of("", "");
    private static final int LOOSE_TERMS = 4;
    private static final int INNER = 3;

    /**
     * All terms as words, the last one also as a beginning.
     *
     * @param byVocabulary whether the index has no list of beginnings of one letter, and long ones are found by the
     *     vocabulary: the index would gather all that begins so before the first match
     */
    static Expression of(Question question, boolean byVocabulary, Vocabulary vocabulary) throws SQLException {
        var terms = question.terms();
        var all = new ArrayList<String>();
        for (List<String> term : terms.subList(0, terms.size() - 1)) {
            all.add(any(term.stream().map(Expression::quoted).toList()));
        }
        var last = new ArrayList<String>();
        var filters = new ArrayList<String>();
        for (String phrase : terms.get(terms.size() - 1)) {
            String word = Question.lastWord(phrase);
            if (byVocabulary && isLetter(word)) {
                String before = Question.firstWords(phrase);
                if (!before.isEmpty()) {
                    last.add(quoted(before));
                }
                filters.add(" " + phrase);
            } else {
                last.addAll(beginning(phrase, word, byVocabulary, vocabulary));
            }
        }
        if (last.isEmpty() && all.isEmpty()) { // one letter alone: as a word
            return new Expression(
                    any(terms.get(0).stream().map(Expression::quoted).toList()), NO_FILTERS);
        }
        if (!last.isEmpty()) {
            all.add(any(last));
        }
        if (filters.isEmpty()) {
            return new Expression(String.join(" AND ", all), NO_FILTERS);
        }
        return new Expression(String.join(" AND ", all), List.of(filters.get(0), filters.get(filters.size() - 1)));
    }

    /** All terms as words. */
    static String words(Question question) {
        return String.join(
                " AND ",
                question.terms().stream()
                        .map(term -> any(term.stream().map(Expression::quoted).toList()))
                        .toList());
    }

    private static List<String> beginning(String phrase, String word, boolean byVocabulary, Vocabulary vocabulary)
            throws SQLException {
        int length = Question.length(word);
        if (length == 1 && TextFolding.isWord(word.codePointAt(0))) {
            return List.of(quoted(phrase));
        }
        if (byVocabulary && length >= SearchIndex.VOCABULARY_FROM) {
            var words = vocabulary.completions(word);
            if (words != null) {
                String before = phrase.substring(0, phrase.length() - word.length());
                return words.isEmpty()
                        ? List.of(quoted(phrase))
                        : words.stream().map(each -> quoted(before + each)).toList();
            }
        }
        return List.of(quoted(phrase) + " *");
    }

    private static boolean isLetter(String word) {
        return Question.length(word) == 1 && !TextFolding.isWord(word.codePointAt(0));
    }

    /**
     * All terms, each also inside of words. Null when that can find nothing more, or there are too many terms to try.
     */
    static Expression loose(Question question, Vocabulary vocabulary) throws SQLException {
        if (question.terms().size() > LOOSE_TERMS) {
            return null;
        }
        var all = new ArrayList<String>();
        boolean more = false;
        for (List<String> term : question.terms()) {
            Set<String> any = new LinkedHashSet<>();
            for (String phrase : term) {
                int length = Question.length(phrase);
                boolean word = phrase.indexOf(' ') < 0;
                any.add(length == 1 || length >= SearchIndex.VOCABULARY_FROM ? quoted(phrase) : quoted(phrase) + " *");
                if (word && length >= INNER) {
                    for (String containing : vocabulary.containing(phrase)) {
                        more |= any.add(quoted(containing));
                    }
                }
            }
            all.add(any(List.copyOf(any)));
        }
        return more ? new Expression(String.join(" AND ", all), NO_FILTERS) : null;
    }

    private static String any(List<String> phrases) {
        return phrases.size() == 1 ? phrases.get(0) : "(" + String.join(" OR ", phrases) + ")";
    }

    static String quoted(String phrase) {
        return '"' + phrase.replace("\"", "\"\"") + '"';
    }
}

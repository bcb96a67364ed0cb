package org.musicplatform.core.library.search;

import java.util.Comparator;
import java.util.List;
import org.musicplatform.core.support.TextFolding;

/** What a person asks for, folded as names are. */
final class Question {

    static final int SIGNS = 4;

    private static final int TERMS = 32;
    private static final int CHARACTERS = 500;

    private final List<List<String>> terms;
    private final String name;
    private final String article;

    private Question(String text) {
        var all = TextFolding.query(text);
        this.terms = List.copyOf(all.subList(0, Math.min(all.size(), TERMS)));
        this.name = TextFolding.sortKey(text);
        String full = phrase();
        this.article = full.endsWith(name)
                ? full.substring(0, full.length() - name.length()).strip()
                : "";
    }

    static Question of(String text) {
        return new Question(
                text.codePointCount(0, text.length()) > CHARACTERS
                        ? text.substring(0, text.offsetByCodePoints(0, CHARACTERS))
                        : text);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The words between spaces, each as the phrases by any of which it is found. */
    List<List<String>> terms() {
        return terms;
    }

    /** The text as names are sorted. */
    String name() {
        return name;
    }

    /** What comes behind all names that begin with the text. */
    String behind() {
        return name + Character.toString(Character.MAX_CODE_POINT);
    }

    /** The article that {@link #name} is without, or empty. */
    String article() {
        return article;
    }

    /** All words in their order. */
    String phrase() {
        return String.join(" ", terms.stream().map(term -> term.get(0)).toList());
    }

    boolean hasSeveralWords() {
        return phrase().indexOf(' ') >= 0;
    }

    /** The longest terms, at most {@value #SIGNS}, as they stand in a name that begins with a space. */
    List<String> signs() {
        return terms.stream()
                .map(term -> " " + term.get(0))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(SIGNS)
                .toList();
    }

    /** Tells whether a folded text has all terms, each as whole words or, the last one, as their beginning. */
    boolean isIn(String folded) {
        String text = " " + folded + " ";
        for (int i = 0; i < terms.size(); i++) {
            String end = i == terms.size() - 1 ? "" : " ";
            if (terms.get(i).stream().noneMatch(phrase -> text.contains(" " + phrase + end))) {
                return false;
            }
        }
        return true;
    }

    /** Counts the terms that a folded text has. */
    int termsIn(String folded) {
        String text = " " + folded + " ";
        int count = 0;
        for (List<String> term : terms) {
            if (term.stream().anyMatch(phrase -> text.contains(" " + phrase))) {
                count++;
            }
        }
        return count;
    }

    static String lastWord(String phrase) {
        return phrase.substring(phrase.lastIndexOf(' ') + 1);
    }

    static String firstWords(String phrase) {
        return phrase.substring(0, Math.max(0, phrase.lastIndexOf(' ')));
    }

    static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}

package org.musicplatform.core.support;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one normaliser of the project.
 *
 * <p>Search text is folded before it is indexed and before it is asked for, so that both sides agree: NFKC, full case
 * fold, accents dropped, each character of a script without spaces a word of its own. A name with marks inside is
 * indexed in its parts and joined: {@code AC/DC} as {@code ac dc acdc}, {@code R.E.M.} as {@code r e m rem}.
 */
public final class TextFolding {

    /** Rises with each change of the rules: a library that was keyed with another version is keyed anew. */
    public static final int VERSION = 1;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What names of several languages begin with and are not sorted by. */
    private static final Set<String> ARTICLES = Set.of(
            "the", "a", "an", "der", "die", "das", "le", "la", "les", "l", "el", "los", "las", "il", "gli", "os", "as");

    private static final int LONGEST_ARTICLE = 3;

    private TextFolding() {}

    /** Returns the form by which names are compared: NFC and case fold, spaces collapsed. */
    public static String key(String text) {
        String quick = QuickFolding.key(text);
        return quick == null ? generalKey(text) : quick;
    }

    static String generalKey(String text) {
        // composed again: the case fold takes some letters apart
        String folded = caseFold(Normalizer.normalize(text, Normalizer.Form.NFC));
        return SPACES.matcher(Normalizer.normalize(folded, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
    }

    /** Returns the form by which names are sorted: folded, without a leading article and without accents. */
    public static String sortKey(String text) {
        String quick = QuickFolding.words(text, false);
        String folded = quick == null ? generalWords(text, false) : quick;
        if (folded.isEmpty()) {
            return key(text);
        }
        int space = folded.indexOf(' ');
        boolean article = space > 0 && space <= LONGEST_ARTICLE && ARTICLES.contains(folded.substring(0, space));
        return article ? folded.substring(space + 1) : folded;
    }

    /** Returns the words under which a text is indexed, joined by spaces. */
    public static String searchText(String text) {
        String quick = QuickFolding.words(text, true);
        return quick == null ? generalWords(text, true) : quick;
    }

    /**
     * Returns what a person asks for: for each word between spaces the alternatives that match it, each a phrase of
     * indexed words.
     */
    public static List<List<String>> query(String text) {
        var terms = new ArrayList<List<String>>();
        for (String chunk : chunks(text)) {
            var parts = parts(chunk);
            if (parts.isEmpty()) {
                continue;
            }
            String phrase = String.join(" ", parts);
            String joined = joined(parts);
            terms.add(joined == null ? List.of(phrase) : List.of(phrase, joined));
        }
        return terms;
    }

    /** Tells whether a character is a word by itself: nothing begins with it but itself. */
    public static boolean isWord(int codePoint) {
        return unspaced(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    static String generalWords(String text, boolean withJoined) {
        var words = new ArrayList<String>();
        for (String chunk : chunks(text)) {
            var parts = parts(chunk);
            words.addAll(parts);
            String joined = withJoined ? joined(parts) : null;
            if (joined != null) {
                words.add(joined);
            }
        }
        return String.join(" ", words);
    }

    /** Returns what is between spaces. */
    private static List<String> chunks(String text) {
        var chunks = new ArrayList<String>();
        int begin = -1;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                if (begin >= 0) {
                    chunks.add(text.substring(begin, at));
                }
                begin = -1;
            } else if (begin < 0) {
                begin = at;
            }
            at += Character.charCount(c);
        }
        if (begin >= 0) {
            chunks.add(text.substring(begin));
        }
        return chunks;
    }

    static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || Character.isISOControl(c) || c == 0x200b; // the last one has no width
    }

    private static String joined(List<String> parts) {
        if (parts.size() < 2 || parts.stream().anyMatch(TextFolding::isUnspaced)) {
            return null;
        }
        return String.join("", parts);
    }

    private static boolean isUnspaced(String part) {
        return unspaced(part.codePointAt(0));
    }

    /** Splits a chunk without spaces into folded words: runs of letters and digits; single characters of unspaced scripts and symbols. */
    private static List<String> parts(String chunk) {
        String folded = fold(chunk);
        var parts = new ArrayList<String>();
        var run = new StringBuilder();
        var marks = new StringBuilder();
        folded.codePoints().forEach(c -> {
            if (isWord(c)) {
                flush(run, parts);
                parts.add(Character.toString(c));
            } else if (Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE) {
                return; // soft hyphens and direction marks are nothing that a person types
            } else if (isPartOfWord(c)) {
                run.appendCodePoint(c);
            } else {
                flush(run, parts);
                marks.appendCodePoint(mark(c));
            }
        });
        flush(run, parts);
        if (parts.isEmpty() && !marks.isEmpty()) {
            parts.add(marks.toString()); // a name of marks alone, such as !!!
        }
        return parts;
    }

    /** Tells whether a character of a folded text is a part of a word with those around it. */
    static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.getType(c) == Character.OTHER_NUMBER;
    }

    /** The tokenizer knows ASCII marks as separators only: their full-width twins are letters to it. */
    static int mark(int c) {
        return c > 0x20 && c < 0x7f ? c + 0xfee0 : c;
    }

    private static void flush(StringBuilder run, List<String> parts) {
        if (!run.isEmpty()) {
            parts.add(run.toString());
            run.setLength(0);
        }
    }

    /** NFKC, case fold, and no accents on letters of alphabets. */
    static String fold(String text) {
        String folded = caseFold(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (folded.chars().allMatch(c -> c < 0x80)) {
            return folded;
        }
        String decomposed = Normalizer.normalize(folded, Normalizer.Form.NFD);
        var plain = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> {
            if (c >= 0x300 && c <= 0x36f || c >= 0xfe00 && c <= 0xfe0f || c == 0x200d) {
                return; // accents, variation selectors and joiners
            }
            switch (c) {
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'đ', 'ð' -> plain.append('d');
                case 'ı' -> plain.append('i');
                case 'þ' -> plain.append("th");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                default -> plain.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    // lower(upper(x)) is the full case fold for all but a few letters: ß becomes ss, final sigma becomes sigma; the
    // capital ẞ is upper case already and would become ß
    static String caseFold(String text) {
        return text.replace("ẞ", "ss")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }

    private static boolean unspaced(int c) {
        if (c < 0xe00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR ->
                Character.isLetter(c) || Character.getNumericValue(c) >= 0;
            default -> false;
        };
    }
}

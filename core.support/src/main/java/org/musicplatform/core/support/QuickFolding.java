package org.musicplatform.core.support;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folds names of European alphabets as {@link TextFolding} does, many times faster: character by character, since none
 * of these depends on its neighbours. Texts with any other character are left to the rules for all.
 */
final class QuickFolding {

    private static final int ALPHABETS = 0x530; // Latin, Greek and Cyrillic are below
    private static final int FIRST_MARK = 0x2010; // dashes, quotes and dots of typesetters
    private static final int LAST_MARK = 0x2027;
    private static final int KNOWN = ALPHABETS + LAST_MARK - FIRST_MARK + 1;

    /** What a character is folded to as a part of a word; null when it is none. */
    private static final String[] LETTERS = new String[KNOWN];

    /** What it is folded to in a name of marks alone; null when it is no mark. */
    private static final String[] MARKS = new String[KNOWN];

    /** What it is folded to in a key; null when it depends on its neighbours. */
    private static final String[] KEYS = new String[KNOWN];

    private static final boolean[] SPACES = new boolean[KNOWN];

    static {
        for (int i = 0; i < KNOWN; i++) {
            int c = i < ALPHABETS ? i : FIRST_MARK + i - ALPHABETS;
            String character = Character.toString(c);
            if (!isCombining(c)) {
                String folded = TextFolding.fold(character);
                LETTERS[i] = folded.codePoints().allMatch(QuickFolding::isLetter) ? folded : null;
                MARKS[i] = folded.codePoints().allMatch(QuickFolding::isMark) ? mark(folded) : null;
                SPACES[i] = TextFolding.isSpace(c);
                KEYS[i] = Normalizer.normalize(TextFolding.caseFold(character), Normalizer.Form.NFC);
            }
        }
    }

    private QuickFolding() {}

    private static boolean isCombining(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isLetter(int c) {
        return TextFolding.isPartOfWord(c) && !TextFolding.isWord(c) && !isCombining(c);
    }

    private static boolean isMark(int c) {
        return !TextFolding.isPartOfWord(c)
                && !TextFolding.isWord(c)
                && !TextFolding.isSpace(c)
                && Character.getType(c) != Character.FORMAT;
    }

    private static String mark(String folded) {
        var text = new StringBuilder();
        folded.codePoints().map(TextFolding::mark).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Returns where a character is in the tables, or -1. */
    private static int index(char c) {
        if (c < ALPHABETS) {
            return c;
        }
        return c >= FIRST_MARK && c <= LAST_MARK ? c - FIRST_MARK + ALPHABETS : -1;
    }

    /** Returns the words of a text joined by spaces, null when the text is not for this. */
    static String words(String text, boolean withJoined) {
        var words = new Words(text.length(), withJoined);
        for (int i = 0; i < text.length(); i++) {
            int at = index(text.charAt(i));
            if (at < 0) {
                return null;
            }
            String letter = LETTERS[at];
            if (letter != null) {
                words.letter(letter);
            } else if (SPACES[at]) {
                words.space();
            } else if (MARKS[at] != null) {
                words.mark(MARKS[at]);
            } else {
                return null;
            }
        }
        words.space();
        return words.toString();
    }

    /** Words as they are gathered. A chunk is what is between spaces. */
    private static final class Words {
        private final boolean withJoined;
        private char[] text;
        private int length;
        private int chunk; // where the chunk begins, with the space before it
        private int parts; // of the chunk
        private boolean inPart;

        Words(int characters, boolean withJoined) {
            this.withJoined = withJoined;
            this.text = new char[2 * characters + 8];
        }

        void letter(String letter) {
            if (!inPart) {
                if (parts == 0) {
                    length = chunk; // marks around a word are nothing
                }
                begin();
                parts++;
                inPart = true;
            }
            append(letter);
        }

        void mark(String mark) {
            inPart = false;
            if (parts == 0) {
                if (length == chunk) {
                    begin();
                }
                append(mark);
            }
        }

        private void begin() {
            if (length > 0) {
                append(" ");
            }
        }

        private void append(String more) {
            int count = more.length();
            if (length + count > text.length) {
                text = Arrays.copyOf(text, text.length * 2);
            }
            for (int i = 0; i < count; i++) {
                text[length++] = more.charAt(i);
            }
        }

        void space() {
            if (withJoined && parts > 1) {
                join();
            }
            chunk = length;
            parts = 0;
            inPart = false;
        }

        private void join() {
            int end = length;
            if (2 * end > text.length - 2) {
                text = Arrays.copyOf(text, 2 * end + 8);
            }
            text[length++] = ' ';
            for (int i = chunk; i < end; i++) {
                if (text[i] != ' ') {
                    text[length++] = text[i];
                }
            }
        }

        @Override
        public String toString() {
            return new String(text, 0, length);
        }
    }

    /** Returns the key of a text, null when the text is not for this. */
    static String key(String text) {
        var key = new StringBuilder(text.length() + 8);
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = index(c);
            if (at < 0 || KEYS[at] == null || c >= 0x1c && c < ' ') {
                return null; // these controls are spaces at the ends alone
            }
            if (c == ' ' || c >= '\t' && c <= '\r') {
                space = true;
                continue;
            }
            if (space && !key.isEmpty()) {
                key.append(' ');
            }
            space = false;
            key.append(KEYS[at]);
        }
        return key.toString();
    }
}

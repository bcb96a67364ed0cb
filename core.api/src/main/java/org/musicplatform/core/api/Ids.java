package org.musicplatform.core.api;

/** Shared form of the typed identifiers: a prefix of letters and a positive number, e.g. {@code t42}. */
public final class Ids {
    private Ids() {}

    /**
     * Checks that a number can be an id.
     *
     * @param value the number
     * @throws IllegalArgumentException when it is less than 1
     */
    public static void requirePositive(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("an id is at least 1: " + value);
        }
    }

    /**
     * Reads the number of a printed id.
     *
     * @param prefix the letters before the number, not null
     * @param text the printed form, not null
     * @return the number, at least 1
     * @throws IllegalArgumentException when the text is not the prefix followed by a positive number in plain digits
     */
    public static long parse(String prefix, String text) {
        if (!isId(prefix, text)) {
            throw new IllegalArgumentException("not an id of the form " + prefix + "42: " + text);
        }
        return Long.parseLong(text.substring(prefix.length()));
    }

    /**
     * Tells whether a text is a printed id. {@code t42} is one, {@code t042}, {@code T42} and {@code t 42} are text.
     *
     * @param prefix the letters before the number, not null
     * @param text any text, not null
     * @return true when {@link #parse} would succeed
     */
    public static boolean isId(String prefix, String text) {
        int digits = text.length() - prefix.length();
        return text.startsWith(prefix)
                && digits >= 1
                && digits <= 18
                && text.charAt(prefix.length()) != '0'
                && text.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9');
    }
}

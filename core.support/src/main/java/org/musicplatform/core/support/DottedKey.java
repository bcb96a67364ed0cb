package org.musicplatform.core.support;

import java.util.regex.Pattern;

/** The syntax of keys of settings and state: lower case words joined by dots, e.g. {@code sync.max-file-size}. */
public final class DottedKey {

    /** The greatest length: with an ending, a key is a file name on every system. */
    public static final int MAX_LENGTH = 200;

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]++(?:[-.][a-z0-9]++)*+");

    private DottedKey() {}

    /** Tells whether a text is a key. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches();
    }
}

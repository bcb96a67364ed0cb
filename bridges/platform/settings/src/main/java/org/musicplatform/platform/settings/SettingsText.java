package org.musicplatform.platform.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.musicplatform.core.support.DottedKey;

/**
 * The text of a settings file: {@code key = value} lines, and whatever else a person wrote, which is kept.
 *
 * <p>A value stands as it is, backslashes included. One that would not survive that, because of line ends or spaces
 * around it, stands in double quotes with escapes.
 */
final class SettingsText {

    private final List<String> lines;
    private final Map<String, String> values = new TreeMap<>();

    SettingsText(String text) {
        lines = text.lines().toList();
        for (String line : lines) {
            String key = key(line);
            if (key != null) {
                values.put(key, value(line));
            }
        }
    }

    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Returns the text with one value changed, or taken out when it is null. New keys go to their place in the order. */
    String with(String key, String value) {
        var changed = new ArrayList<String>();
        int place = -1;
        for (String line : lines) {
            String here = key(line);
            if (key.equals(here)) {
                place = place < 0 ? changed.size() : place;
            } else {
                if (place < 0 && here != null && here.compareTo(key) > 0 && !values.containsKey(key)) {
                    place = changed.size();
                }
                changed.add(line);
            }
        }
        if (value != null) {
            changed.add(place < 0 ? changed.size() : place, key + " = " + written(value));
        }
        return changed.isEmpty() ? "" : String.join("\n", changed) + "\n";
    }

    private static String key(String line) {
        int sign = line.indexOf('=');
        if (sign < 0) {
            return null;
        }
        String key = line.substring(0, sign).strip();
        return DottedKey.isValid(key) ? key : null; // a comment begins with no letter
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf('=') + 1).strip();
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? unquoted(value.substring(1, value.length() - 1))
                : value;
    }

    private static String written(String value) {
        boolean plain = value.equals(value.strip())
                && !value.startsWith("\"")
                && value.codePoints().noneMatch(SettingsText::needsEscape);
        if (plain) {
            return value;
        }
        var quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '\\' || c == '"') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (needsEscape(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean needsEscape(int c) {
        return Character.isISOControl(c) || c == 0xfeff || Character.getType(c) == Character.SURROGATE;
    }

    private static String unquoted(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            if (escaped == 'n') {
                plain.append('\n');
            } else if (escaped == 'u' && text.substring(i + 1).matches("(?s)[0-9a-fA-F]{4}.*")) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(escaped);
            }
        }
        return plain.toString();
    }
}

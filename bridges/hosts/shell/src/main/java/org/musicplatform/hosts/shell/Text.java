package org.musicplatform.hosts.shell;

import java.time.Duration;
import org.musicplatform.core.api.library.Annotation;

/** Words for a terminal: nothing of a tag or a file name reaches it as a control. */
final class Text {

    private Text() {}

    /** One line: controls, line breaks and direction marks shown as escapes. */
    static String line(String text) {
        if (text == null) {
            return "";
        }
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069) {
                shown.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** One line of at most a number of characters. */
    static String fit(String text, int width) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
    }

    static String stars(int rating) {
        return rating + " of " + Annotation.MAX_RATING + " stars";
    }

    static String duration(Duration duration) {
        return duration == null ? "" : duration(duration.toMillis());
    }

    /** A position: seconds that are over. */
    static String elapsed(Duration position) {
        return duration(position.toSeconds() * 1000);
    }

    /** Minutes and seconds, with hours when there are any. */
    static String duration(long millis) {
        long seconds = (millis + 500) / 1000;
        return seconds >= 3600
                ? String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format("%d:%02d", seconds / 60, seconds % 60);
    }
}

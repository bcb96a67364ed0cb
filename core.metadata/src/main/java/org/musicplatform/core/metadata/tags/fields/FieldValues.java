package org.musicplatform.core.metadata.tags.fields;

import java.util.Locale;
import org.musicplatform.core.api.metadata.TagField;

/** Values as the common fields want them. */
public final class FieldValues {

    private FieldValues() {}

    /** Returns a value in the form of its field, or null when it says nothing. */
    static String clean(TagField field, String text) {
        String bare = strip(text);
        if (bare.isEmpty()) {
            return null;
        }
        return switch (field) {
            case TRACK_NUMBER, TRACK_TOTAL, DISC_NUMBER, DISC_TOTAL, MOVEMENT_NUMBER, MOVEMENT_TOTAL -> digits(bare);
            case DATE, ORIGINAL_DATE, RECORDING_DATE -> date(bare);
            case COMPILATION, GAPLESS, SHOW_MOVEMENT -> flag(bare);
            case RATING -> rating(bare);
            case BPM -> bare.equals("0") ? null : bare;
            default -> bare;
        };
    }

    /** Drops what never belongs to a value: spaces around it, byte order marks, NULs. */
    public static String strip(String text) {
        String bare = text.strip();
        if (bare.indexOf('\0') >= 0) {
            bare = bare.replace("\0", " ").strip();
        }
        return bare.indexOf('\uFEFF') >= 0 ? bare.replace("\uFEFF", "").strip() : bare;
    }

    /** Returns a number without leading zeros; null for 0, which stands for none, and for what is no number. */
    static String digits(String text) {
        int from = 0;
        String bare = text.strip();
        while (from < bare.length() && bare.charAt(from) == '0') {
            from++;
        }
        int to = from;
        while (to < bare.length() && bare.charAt(to) >= '0' && bare.charAt(to) <= '9') {
            to++;
        }
        boolean number = to > from && to - from <= 9 && (to == bare.length() || bare.startsWith(".0", to));
        return number ? bare.substring(from, to) : null;
    }

    /** Returns {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}, as far as the text tells; null for no date. */
    public static String date(String text) {
        if (number(text, 0, 4) <= 0 || text.length() > 4 && isDigit(text, 4) && text.length() < 8) {
            return null;
        }
        String year = text.substring(0, 4);
        boolean compact = text.length() == 8 && number(text, 4, 8) >= 0;
        if (!compact && (text.length() < 7 || "-./".indexOf(text.charAt(4)) < 0)) {
            return year;
        }
        int at = compact ? 4 : 5;
        int month = number(text, at, at + 2);
        if (month < 1 || month > 12 || !compact && isDigit(text, at + 2)) {
            return year;
        }
        String date = year + "-" + text.substring(at, at + 2);
        int dayAt = compact ? 6 : 8;
        int day = number(text, dayAt, dayAt + 2);
        boolean hasDay = day >= 1 && day <= 31 && (compact || "-./".indexOf(text.charAt(7)) >= 0);
        return hasDay ? date + "-" + text.substring(dayAt, dayAt + 2) : date;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text, i)) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static String flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> "1";
            default -> null;
        };
    }

    /** Reads stars up to five, fractions with a point, and per cent. */
    private static String rating(String text) {
        try {
            double value = Double.parseDouble(text);
            double percent = value <= 1 && text.indexOf('.') >= 0 ? value * 100 : value <= 5 ? value * 20 : value;
            return percent > 0 && percent <= 100 ? String.valueOf(Math.round(percent)) : null;
        } catch (NumberFormatException words) {
            return null;
        }
    }

    /** Reads the 0 to 255 of ID3's popularimeter in the steps that players write: 1, 64, 128, 196, 255; null for none. */
    public static String popularity(int value) {
        int stars = value == 0 ? 0 : value < 32 ? 1 : value < 96 ? 2 : value < 160 ? 3 : value < 224 ? 4 : 5;
        return stars == 0 ? null : String.valueOf(stars * 20);
    }
}

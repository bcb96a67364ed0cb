package org.musicplatform.core.metadata.tags.id3;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;

/** Texts of ID3v2 frames with their encoding byte (ID3v2.4 structure, 4). */
final class Id3Text {

    private Id3Text() {}

    /** Tells whether the texts are 8-bit, in a charset that writers do not agree on. */
    static boolean isLegacy(int encoding) {
        return encoding == 0 || encoding > 3;
    }

    /** Returns the text as it stands, separators included; of a legacy encoding its bytes as characters. */
    static String decode(ContentBytes bytes, int encoding, long from, long to) throws IOException {
        return bytes.text(from, to - from, charset(bytes, encoding, from, to));
    }

    private static Charset charset(ContentBytes bytes, int encoding, long from, long to) throws IOException {
        return switch (encoding) {
            case 1 -> utf16(bytes, from, to);
            case 2 -> StandardCharsets.UTF_16BE;
            case 3 -> StandardCharsets.UTF_8;
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    private static Charset utf16(ContentBytes bytes, long from, long to) throws IOException {
        if (to - from < 2) {
            return StandardCharsets.UTF_16BE;
        }
        int mark = bytes.u16(from);
        if (mark == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        // without a mark, Latin letters tell: their high byte is 0
        return mark != 0xfeff && (mark & 0xff) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** Returns the language that a frame tells at a position (ISO 639-2), or null when it tells none. */
    static String language(ContentBytes bytes, long at) throws IOException {
        String code = bytes.latin1(at, 3).toLowerCase(Locale.ROOT);
        boolean letters = code.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return letters && !code.equals("xxx") && !code.equals("und") ? code : null;
    }

    /** Splits at NUL; one NUL at the end only ends the last value. */
    static List<String> values(String text) {
        if (text.indexOf('\0') < 0) {
            return List.of(bare(text));
        }
        var values = new ArrayList<String>(2);
        for (String value : text.split("\0")) {
            String bare = bare(value);
            if (!bare.isEmpty()) {
                values.add(bare);
            }
        }
        return values;
    }

    /** Drops a byte order mark. */
    static String bare(String text) {
        return !text.isEmpty() && (text.charAt(0) == '\uFEFF' || text.charAt(0) == '\uFFFE') ? text.substring(1) : text;
    }

    /** Returns the position behind the terminator of a text, or {@code to} when it has none. */
    static long behind(ContentBytes bytes, int encoding, long from, long to) throws IOException {
        if (encoding != 1 && encoding != 2) {
            return Math.min(to, bytes.indexOf(0, from, to) + 1);
        }
        for (long at = from; at + 1 < to; at += 2) {
            if (bytes.u16(at) == 0) {
                return at + 2;
            }
        }
        return to;
    }

    /** Returns a text that ends where {@link #behind} says, without its terminator. */
    static String terminated(ContentBytes bytes, int encoding, long from, long behind) throws IOException {
        String text = decode(bytes, encoding, from, behind);
        int end = text.indexOf('\0');
        return bare(end < 0 ? text : text.substring(0, end));
    }
}

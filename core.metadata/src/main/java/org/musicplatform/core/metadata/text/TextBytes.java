package org.musicplatform.core.metadata.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.metadata.tags.fields.LegacyText;

/** The text of a file that does not tell its charset: Unicode where it can be that, else what its words look like. */
public final class TextBytes {

    /** Enough of a text to tell its charset. */
    private static final int MOST_WORDS = 200;

    private TextBytes() {}

    /**
     * Decodes a text.
     *
     * @param bytes the whole file, not null
     * @param legacy tells how 8-bit texts are meant, not null
     * @return the text without a byte order mark
     */
    public static String decode(byte[] bytes, LegacyText legacy) {
        return new String(bytes, charset(bytes, legacy)).replace("\uFEFF", "");
    }

    private static Charset charset(byte[] bytes, LegacyText legacy) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        } else if (startsWith(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        } else if (isUtf8(bytes)) {
            return zeros(bytes, 1)
                    ? StandardCharsets.UTF_16LE
                    : zeros(bytes, 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        }
        return legacy.charset(words(bytes));
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** Latin text in UTF-16 without a mark has a zero in every second byte. */
    private static boolean zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < bytes.length; i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return bytes.length >= 4 && count > bytes.length / 4;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The words of each line from the first with a byte above 127 to the last: commands and stamps say nothing. */
    private static List<String> words(byte[] bytes) {
        var words = new ArrayList<String>();
        var line = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length && words.size() < MOST_WORDS; i++) {
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                line.write(bytes[i]);
            }
            if (bytes[i] == '\n' || bytes[i] == '\r' || i == bytes.length - 1) {
                String word = word(line.toByteArray());
                if (!word.isEmpty()) {
                    words.add(word);
                }
                line.reset();
            }
        }
        return words;
    }

    private static String word(byte[] line) {
        int first = 0;
        while (first < line.length && line[first] >= 0) {
            first++;
        }
        int last = line.length - 1;
        while (last > first && line[last] >= 0) {
            last--;
        }
        int end = Math.min(line.length, last + 1);
        if (end < line.length && line[end] != '"') {
            end++; // the second byte of a character may be ASCII
        }
        while (first > 0 && Character.isLetter(line[first - 1])) {
            first--;
        }
        while (end < line.length && Character.isLetter(line[end])) {
            end++;
        }
        return first >= line.length ? "" : new String(line, first, end - first, StandardCharsets.ISO_8859_1);
    }
}

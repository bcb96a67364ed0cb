package org.musicplatform.core.metadata.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.musicplatform.core.metadata.tags.fields.LegacyText;

/**
 * Tells from all 8-bit texts of a tag in which charset they were meant. Western European is left only where most letters
 * are high bytes and another charset makes words of them.
 */
public final class CharsetGuess implements LegacyText {

    /** Takes all 8-bit texts for Western European. */
    public static final LegacyText OFF = texts -> CharsetGuess.WESTERN;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Below this part of high bytes among letters a text is Latin with a few accents. */
    private static final double MOSTLY_HIGH = 0.45;

    /** How many characters in a hundred have to be as common as in real texts. */
    private static final double CONVINCING = 0.5;

    private static final List<Candidate> CANDIDATES = candidates();

    /** A charset, and how much a text in it looks like one, 0 to 1. */
    private record Candidate(Charset charset, ToDoubleFunction<String> likeness) {}

    private static List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        add(found, "windows-31j", CharsetGuess::japanese);
        add(found, "x-windows-949", CharsetGuess::korean);
        add(found, "GB18030", text -> common(text, CommonCharacters.SIMPLIFIED));
        add(found, "Big5", text -> common(text, CommonCharacters.TRADITIONAL));
        add(found, "windows-1251", CharsetGuess::cyrillic);
        add(found, "KOI8-R", CharsetGuess::cyrillic);
        return found;
    }

    private static void add(List<Candidate> found, String name, ToDoubleFunction<String> likeness) {
        if (Charset.isSupported(name)) { // a small run-time image may lack it
            found.add(new Candidate(Charset.forName(name), likeness));
        }
    }

    /**
     * Returns what a setting says.
     *
     * @param setting {@code auto}, {@code off}, or the name of the charset that all such texts are in
     * @throws IllegalArgumentException when there is no such charset
     */
    public static LegacyText of(String setting) {
        return switch (setting) {
            case "auto" -> new CharsetGuess();
            case "off" -> OFF;
            default -> {
                var charset = Charset.forName(setting);
                yield texts -> charset;
            }
        };
    }

    @Override
    public Charset charset(List<String> texts) {
        String all = String.join("\n", texts);
        byte[] bytes = all.getBytes(StandardCharsets.ISO_8859_1);
        if (decoded(bytes, StandardCharsets.UTF_8) != null) {
            return StandardCharsets.UTF_8;
        }
        if (highPart(bytes) < MOSTLY_HIGH) {
            return WESTERN;
        }
        Charset best = WESTERN;
        double most = CONVINCING;
        for (Candidate candidate : CANDIDATES) {
            String text = decoded(bytes, candidate.charset());
            double likeness = text == null ? 0 : candidate.likeness().applyAsDouble(text);
            if (likeness > most) {
                best = candidate.charset();
                most = likeness;
            }
        }
        return best;
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static double highPart(byte[] bytes) {
        int high = 0;
        int letters = 0;
        for (byte b : bytes) {
            boolean isHigh = b < 0;
            high += isHigh ? 1 : 0;
            letters += isHigh || Character.isLetter(b) ? 1 : 0;
        }
        return letters == 0 ? 0 : (double) high / letters;
    }

    /** Counts kana, and kanji that names use; half-width kana are what other charsets look like. */
    private static double japanese(String text) {
        return part(
                text,
                c -> c >= 0x3041 && c <= 0x30fe || c >= 0x3001 && c <= 0x301f
                        ? 1
                        : CommonCharacters.JAPANESE.indexOf(c) >= 0 ? 0.9 : c >= 0x4e00 && c <= 0x9fff ? 0.3 : 0);
    }

    private static double korean(String text) {
        return part(text, c -> c < 0xac00 || c > 0xd7a3 ? 0 : CommonCharacters.KOREAN.indexOf(c) >= 0 ? 1 : 0.55);
    }

    private static double common(String text, String characters) {
        return part(text, c -> characters.indexOf(c) >= 0 ? 1 : c >= 0x4e00 && c <= 0x9fff ? 0.42 : 0);
    }

    /** The two charsets of Cyrillic swap capitals and small letters: words have their capital first. */
    private static double cyrillic(String text) {
        double letters = part(
                text,
                c -> CommonCharacters.CYRILLIC.indexOf(Character.toLowerCase(c)) >= 0
                        ? 1
                        : c >= 0x410 && c <= 0x44f ? 0.7 : 0);
        int odd = 0;
        for (int i = 1; i < text.length(); i++) {
            odd += Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
        }
        long words = text.codePoints().filter(Character::isLetter).count();
        return words == 0 ? 0 : letters - (double) odd / words;
    }

    private interface Weight {
        double of(int c);
    }

    private static double part(String text, Weight weight) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                counted++;
                sum += weight.of(c);
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }
}

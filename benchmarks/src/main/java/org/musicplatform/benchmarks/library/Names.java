package org.musicplatform.benchmarks.library;

import java.util.List;
import java.util.Locale;

/** Makes names of artists, albums and tracks as collections have them. */
final class Names {

    private static final List<String> NOUNS = Words.list("noun");
    private static final List<String> ADJECTIVES = Words.list("adjective");
    private static final List<String> VERBS = Words.list("verb");
    private static final List<String> PRONOUNS = Words.list("pronoun");
    private static final List<String> PLACES = Words.list("place");
    private static final List<String> BANDS = Words.list("band");
    private static final List<String> FIRST = Words.list("first");
    private static final List<String> LAST = Words.list("last");
    private static final List<String> START = Words.list("syllable.start");
    private static final List<String> MIDDLE = Words.list("syllable.middle");
    private static final List<String> END = Words.list("syllable.end");
    private static final List<String> MARKS = Words.list("marks");
    private static final List<String> ORCHESTRAS = Words.list("orchestra");
    private static final List<String> OCCASIONS = Words.list("occasion");
    private static final List<String> FORMS = Words.list("form");
    private static final List<String> KEYS = Words.list("key");
    private static final List<String> TEMPI = Words.list("tempo");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

    /** Every so many artists one has a name with marks in it. */
    private static final int MARKED = 29;

    private Names() {}

    static String artist(Dice dice, Style style, int index) {
        if (index % MARKED == 3 && index / MARKED < MARKS.size()) {
            return MARKS.get(index / MARKED);
        }
        return switch (style) {
            case CHINESE -> dice.any(Words.list("zh.name")) + dice.any(Words.list("zh.given"));
            case JAPANESE ->
                dice.any(Words.list("ja.name")) + (dice.chance(30) ? " " : "") + dice.any(Words.list("ja.given"));
            case KOREAN -> dice.any(Words.list("ko.name")) + dice.any(Words.list("ko.given"));
            case CLASSICAL ->
                dice.chance(60)
                        ? person(dice)
                        : (dice.chance(50) ? dice.popular(PLACES) : invented(dice)) + " " + dice.popular(ORCHESTRAS);
            case ENGLISH -> band(dice);
            default -> dice.chance(60) ? person(dice) : word(dice, style) + " " + word(dice, style);
        };
    }

    private static String band(Dice dice) {
        return switch (dice.below(12)) {
            case 0, 1, 2, 3 -> person(dice);
            case 4, 5 -> "The " + many(noun(dice));
            case 6 -> "The " + dice.popular(ADJECTIVES) + " " + many(noun(dice));
            case 7 -> dice.popular(ADJECTIVES) + " " + noun(dice);
            case 8 -> invented(dice);
            case 9 -> person(dice) + " & The " + many(noun(dice));
            case 10 -> (dice.chance(50) ? dice.popular(PLACES) : noun(dice)) + " " + dice.popular(BANDS);
            default -> noun(dice) + " " + noun(dice);
        };
    }

    static String person(Dice dice) {
        return dice.popular(FIRST) + " " + (dice.chance(50) ? dice.popular(LAST) : invented(dice));
    }

    /** A word that no list has: names bring most of the words of a collection. */
    private static String invented(Dice dice) {
        return dice.any(START) + (dice.chance(35) ? dice.any(MIDDLE) : "") + dice.any(END);
    }

    private static String noun(Dice dice) {
        return dice.chance(12) ? invented(dice) : dice.popular(NOUNS);
    }

    /** The plural of a noun, and the third person of a verb. */
    private static String many(String word) {
        if (word.matches(".*(s|x|ss|sh|ch|o)")) {
            return word + "es";
        }
        return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    private static String doing(String verb) {
        return (verb.matches(".*[^eiy]e") ? verb.substring(0, verb.length() - 1) : verb) + "ing";
    }

    private static String word(Dice dice, Style style) {
        return switch (style) {
            case GERMAN -> dice.popular(Words.list("de"));
            case FRENCH -> dice.popular(Words.list("fr"));
            case SPANISH -> dice.popular(Words.list("es"));
            case NORDIC -> dice.popular(Words.list("nordic"));
            case CHINESE -> dice.popular(Words.list("zh"));
            case JAPANESE -> dice.popular(Words.list("ja"));
            case KOREAN -> dice.popular(Words.list("ko"));
            default -> noun(dice);
        };
    }

    static String title(Dice dice, Style style) {
        return switch (style) {
            case ENGLISH, CLASSICAL -> english(dice);
            case CHINESE -> joined(dice, style, "");
            case JAPANESE -> joined(dice, style, dice.chance(40) ? "の" : "");
            case KOREAN -> joined(dice, style, " ");
            case GERMAN -> dice.chance(15) ? english(dice) : european(dice, style, " im ", " und ", "Der ", "Die ");
            case FRENCH -> european(dice, style, " de ", " et ", "L'", "La ");
            case SPANISH -> european(dice, style, " de ", " y ", "El ", "La ");
            default -> dice.chance(25) ? english(dice) : european(dice, style, " i ", " och ", "Den ", "En ");
        };
    }

    private static String joined(Dice dice, Style style, String between) {
        var text = new StringBuilder(word(dice, style));
        for (int more = dice.below(3); more > 0; more--) {
            text.append(between).append(word(dice, style));
        }
        return text.toString();
    }

    private static String european(Dice dice, Style style, String of, String and, String the, String other) {
        return switch (dice.below(8)) {
            case 0, 1 -> word(dice, style);
            case 2 -> the + word(dice, style);
            case 3 -> other + word(dice, style);
            case 4 -> word(dice, style) + of + word(dice, style);
            case 5 -> word(dice, style) + and + word(dice, style);
            case 6 -> word(dice, style) + of + invented(dice);
            default -> word(dice, style) + " " + word(dice, style).toLowerCase(Locale.ROOT);
        };
    }

    private static String english(Dice dice) {
        return switch (dice.below(22)) {
            case 0, 1, 2 -> noun(dice);
            case 3 -> "The " + noun(dice);
            case 4, 5 -> dice.popular(ADJECTIVES) + " " + noun(dice);
            case 6 -> "The " + dice.popular(ADJECTIVES) + " " + noun(dice);
            case 7 -> noun(dice) + " of " + noun(dice);
            case 8 -> noun(dice) + " in the " + noun(dice);
            case 9 -> dice.popular(VERBS) + " " + dice.popular(PRONOUNS);
            case 10 -> "Don't " + dice.popular(VERBS) + " " + dice.popular(PRONOUNS);
            case 11 -> "I " + dice.popular(VERBS) + " " + dice.popular(PRONOUNS);
            case 12 -> "It's " + (dice.chance(50) ? "a " : "") + dice.popular(ADJECTIVES) + " " + noun(dice);
            case 13 -> noun(dice) + " & " + noun(dice);
            case 14 -> dice.popular(PLACES) + " " + noun(dice);
            case 15 -> "My " + noun(dice);
            case 16 -> "(I Can't) " + dice.popular(VERBS) + " the " + noun(dice);
            case 17 -> "Where Is the " + noun(dice) + "?";
            case 18 -> dice.popular(FIRST) + "'s " + noun(dice);
            case 19 -> noun(dice) + " No. " + dice.between(1, 40);
            case 20 -> doing(dice.popular(VERBS)) + " in " + dice.popular(PLACES);
            default ->
                "When the " + noun(dice) + " " + many(dice.popular(VERBS)) + " (You " + dice.popular(VERBS) + ")";
        };
    }

    /** A piece of classical music, as albums and movements name it. */
    static String work(Dice dice) {
        return dice.popular(FORMS) + " No. " + dice.between(1, 32) + " in " + dice.popular(KEYS) + ", Op. "
                + dice.between(1, 135);
    }

    static String movement(Dice dice, String work, int number) {
        return work + ": " + ROMAN.get(number % ROMAN.size()) + ". " + dice.popular(TEMPI);
    }

    static String compilation(Dice dice, int index) {
        String occasion = dice.popular(OCCASIONS);
        return switch (dice.below(4)) {
            case 0 -> occasion + " " + dice.between(1, 60);
            case 1 -> occasion + " " + noun(dice) + ", Vol. " + dice.between(1, 20);
            case 2 -> occasion + ": " + english(dice);
            default -> english(dice) + " " + (1 + index % 30);
        };
    }

    static String live(Dice dice, String title) {
        String place = dice.popular(PLACES);
        return switch (dice.below(3)) {
            case 0 -> "Live in " + place;
            case 1 -> "Live at the " + place + " " + noun(dice);
            default -> title + " (Live)";
        };
    }
}

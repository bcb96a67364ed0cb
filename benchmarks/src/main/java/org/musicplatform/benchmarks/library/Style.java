package org.musicplatform.benchmarks.library;

/** What the names of an artist, its albums and tracks are made of. */
enum Style {
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    NORDIC,
    CHINESE,
    JAPANESE,
    KOREAN,
    CLASSICAL;

    static Style of(Dice dice) {
        int percent = dice.below(100);
        if (percent < 70) {
            return ENGLISH;
        } else if (percent < 77) {
            return CLASSICAL;
        } else if (percent < 82) {
            return GERMAN;
        } else if (percent < 86) {
            return FRENCH;
        } else if (percent < 91) {
            return SPANISH;
        } else if (percent < 95) {
            return NORDIC;
        } else if (percent < 97) {
            return CHINESE;
        }
        return percent < 99 ? JAPANESE : KOREAN;
    }

    boolean isCjk() {
        return this == CHINESE || this == JAPANESE || this == KOREAN;
    }
}

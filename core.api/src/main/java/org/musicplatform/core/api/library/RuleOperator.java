package org.musicplatform.core.api.library;

import java.util.Set;
import org.musicplatform.core.api.library.RuleField.Kind;

/** How a rule compares a field with its values. A field without a value meets none but {@link #IS_NOT} and {@link #EMPTY}. */
public enum RuleOperator {
    /** Equal; of several (artists, genres, files) any. A day means all of it. */
    IS("is", 1, Set.of(Kind.values())),
    /** Not equal; of several none. */
    IS_NOT("is not", 1, Set.of(Kind.values())),
    /** Has the text somewhere. */
    CONTAINS("contains", 1, Set.of(Kind.TEXT)),
    /** Has the text at its beginning. */
    BEGINS_WITH("begins with", 1, Set.of(Kind.TEXT)),
    /** More, longer, or after the day. */
    GREATER(">", 1, Set.of(Kind.NUMBER, Kind.LENGTH, Kind.DATE)),
    /** As {@link #GREATER}, or equal. */
    AT_LEAST(">=", 1, Set.of(Kind.NUMBER, Kind.LENGTH, Kind.DATE)),
    /** Less, shorter, or before the day. */
    LESS("<", 1, Set.of(Kind.NUMBER, Kind.LENGTH, Kind.DATE)),
    /** As {@link #LESS}, or equal. */
    AT_MOST("<=", 1, Set.of(Kind.NUMBER, Kind.LENGTH, Kind.DATE)),
    /** From the first value to the second, both included. */
    BETWEEN("between", 2, Set.of(Kind.NUMBER, Kind.LENGTH, Kind.DATE)),
    /** Within so many days before now; the value is a number from 1 to 36,500. */
    LAST_DAYS("in last", 1, Set.of(Kind.DATE)),
    /** Has no value. */
    EMPTY("is empty", 0, Set.of(Kind.TEXT, Kind.NUMBER, Kind.LENGTH, Kind.DATE));

    private final String words;
    private final int values;
    private final Set<Kind> kinds;

    RuleOperator(String words, int values, Set<Kind> kinds) {
        this.words = words;
        this.values = values;
        this.kinds = kinds;
    }

    /**
     * Returns how it is written in the text form of rules.
     *
     * @return never null
     */
    public String words() {
        return words;
    }

    /**
     * Returns how many values it compares with.
     *
     * @return 0 to 2
     */
    public int operands() {
        return values;
    }

    /**
     * Tells whether it can compare fields of a kind.
     *
     * @param kind which, not null
     * @return whether it can
     */
    public boolean suits(Kind kind) {
        return kinds.contains(kind);
    }
}

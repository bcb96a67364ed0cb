package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a smart playlist asks of tracks: a tree of these. Hosts make them; nobody else implements this. */
public sealed interface Rule extends Serializable {

    /** The longest value, in characters. */
    int MAX_VALUE = 500;

    /** The most rules below one. */
    int MAX_RULES = 100;

    /**
     * All must hold; none is always met.
     *
     * @param rules which, at most {@value Rule#MAX_RULES}, not null
     */
    record All(List<Rule> rules) implements Rule {

        public All {
            rules = checked(rules);
        }
    }

    /**
     * One must hold; none is never met.
     *
     * @param rules which, at most {@value Rule#MAX_RULES}, not null
     */
    record Any(List<Rule> rules) implements Rule {

        public Any {
            rules = checked(rules);
        }
    }

    /**
     * It must not hold.
     *
     * @param rule which, not null
     */
    record Not(Rule rule) implements Rule {

        public Not {
            Objects.requireNonNull(rule, "rule");
        }
    }

    /**
     * A field must compare so with values. Made of what does not go together, it refuses that in words by an
     * {@link IllegalArgumentException}.
     *
     * @param field which, not null
     * @param operator how, not null
     * @param values with what, as {@link RuleField.Kind} tells how they are written; not null
     */
    record Compare(RuleField field, RuleOperator operator, List<String> values) implements Rule {

        private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
        private static final Pattern LENGTH = Pattern.compile("\\d{1,7}|(\\d{1,3}:)?\\d{1,3}:[0-5]\\d");

        public Compare {
            Objects.requireNonNull(field, "field");
            values = List.copyOf(values);
            if (!operator.suits(field.kind())) {
                throw new IllegalArgumentException("\"" + operator.words() + "\" cannot be asked of " + field.word());
            }
            if (values.size() != operator.operands()) {
                throw new IllegalArgumentException("\"" + operator.words() + "\" takes " + operator.operands()
                        + " values, not " + values.size() + ": " + field.word());
            }
            for (String value : values) {
                check(field, operator, value);
            }
        }

        private static void check(RuleField field, RuleOperator operator, String value) {
            if (value.isBlank() || value.length() > MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a value of " + field.word() + " has 1 to " + MAX_VALUE + " characters");
            }
            if (operator == RuleOperator.LAST_DAYS) {
                if (!NUMBER.matcher(value).matches()
                        || Integer.parseInt(value) < 1
                        || Integer.parseInt(value) > 36_500) {
                    throw new IllegalArgumentException("days are a number from 1 to 36500, not " + value);
                }
                return;
            }
            String wanted =
                    switch (field.kind()) {
                        case TEXT -> null;
                        case NUMBER -> NUMBER.matcher(value).matches() ? null : "a whole number";
                        case LENGTH -> LENGTH.matcher(value).matches() ? null : "seconds, m:ss or h:mm:ss";
                        case DATE -> isDay(value) ? null : "a day as yyyy-MM-dd";
                        case YES_NO -> value.equals("yes") || value.equals("no") ? null : "yes or no";
                    };
            if (wanted != null) {
                throw new IllegalArgumentException(field.word() + " is " + wanted + ", not " + value);
            }
        }

        private static boolean isDay(String value) {
            try {
                return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    private static List<Rule> checked(List<Rule> rules) {
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException("at most " + MAX_RULES + " rules in one: " + rules.size());
        }
        return List.copyOf(rules);
    }
}

package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a smart playlist holds: the tracks that meet a rule at the moment in which it is asked, in an order.
 *
 * @param rule what they must meet, not null; at most {@value #MAX_DEPTH} rules deep and {@value #MAX_SIZE} in all
 * @param order in which order, not null
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}; null for all
 */
public record SmartRules(Rule rule, TrackOrder order, Integer limit) implements Serializable {

    /** How deep rules may lie in rules. */
    public static final int MAX_DEPTH = 10;

    /** How many rules there may be in all. */
    public static final int MAX_SIZE = 200;

    /** The greatest limit. */
    public static final int MAX_LIMIT = 1_000_000;

    /** The longest text form, in characters. */
    public static final int MAX_TEXT = 20_000;

    public SmartRules {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(order, "order");
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT + ": " + limit);
        }
        if (size(rule, 1) > MAX_SIZE) {
            throw new IllegalArgumentException("there are more than " + MAX_SIZE + " rules");
        }
    }

    /**
     * All tracks that meet a rule, by title.
     *
     * @param rule what they must meet, not null
     */
    public SmartRules(Rule rule) {
        this(rule, TrackOrder.by(TrackSort.TITLE), null);
    }

    private static int size(Rule rule, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("rules lie more than " + MAX_DEPTH + " deep in each other");
        }
        if (rule instanceof Rule.All all) {
            return 1
                    + all.rules().stream()
                            .mapToInt(each -> size(each, depth + 1))
                            .sum();
        }
        if (rule instanceof Rule.Any any) {
            return 1
                    + any.rules().stream()
                            .mapToInt(each -> size(each, depth + 1))
                            .sum();
        }
        return rule instanceof Rule.Not not ? 1 + size(not.rule(), depth + 1) : 1;
    }

    /**
     * Reads the text form, e.g. {@code genre is Rock and year >= 1990 and not favourite order by added desc limit 50}.
     * Rules are joined by {@code and}, which binds closer, and {@code or}, put in brackets, and turned by {@code not}.
     * Values with spaces that could be mistaken are put in double quotes, in which {@code \} goes before {@code "} and
     * {@code \}.
     *
     * @param text the rules, not null, at most {@value #MAX_TEXT} characters
     * @return the rules
     * @throws IllegalArgumentException in words, with the place, when the text is none
     */
    public static SmartRules parse(String text) {
        return new RuleParser(text).read();
    }

    /** Returns the text form, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return RuleWriter.write(this);
    }
}

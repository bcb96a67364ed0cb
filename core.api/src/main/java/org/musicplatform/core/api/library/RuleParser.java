package org.musicplatform.core.api.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the text form of rules. Bounded: what lies too deep is refused before it is read. */
final class RuleParser {

    private static final Map<String, RuleField> FIELDS =
            Arrays.stream(RuleField.values()).collect(Collectors.toMap(RuleField::word, Function.identity()));
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "all",
            "any",
            "everything",
            "nothing",
            "is",
            "in",
            "last",
            "days",
            "day",
            "contains",
            "begins",
            "with",
            "between",
            "empty",
            "order",
            "limit");

    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    /**
     * A word, a mark, or a text in quotes.
     *
     * @param at its place in the text, from 1
     */
    private record Token(String text, boolean quoted, int at) {

        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    RuleParser(String text) {
        if (text.length() > SmartRules.MAX_TEXT) {
            throw new IllegalArgumentException("rules have at most " + SmartRules.MAX_TEXT + " characters");
        }
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '"') {
                i = quoted(text, i);
            } else if (isMark(c)) {
                boolean two = (c == '<' || c == '>' || c == '!') && i + 1 < text.length() && text.charAt(i + 1) == '=';
                tokens.add(new Token(text.substring(i, i + (two ? 2 : 1)), false, i + 1));
                i += two ? 2 : 1;
            } else {
                int from = i;
                while (i < text.length() && !Character.isWhitespace(text.charAt(i)) && !isMark(text.charAt(i))) {
                    i++;
                }
                tokens.add(new Token(text.substring(from, i), false, from + 1));
            }
        }
        tokens.add(new Token("the end", true, text.length() + 1));
    }

    static boolean isWord(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isMark(char c) {
        return "()<>=!".indexOf(c) >= 0;
    }

    private int quoted(String text, int from) {
        var value = new StringBuilder();
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                tokens.add(new Token(value.toString(), true, from + 1));
                return i + 1;
            }
            boolean escape = c == '\\' && i + 1 < text.length();
            value.append(escape ? text.charAt(++i) : c);
        }
        throw new IllegalArgumentException("the quote at " + (from + 1) + " does not end");
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean ended() {
        return next == tokens.size() - 1;
    }

    private boolean take(String word) {
        boolean there = !ended() && peek().is(word);
        next += there ? 1 : 0;
        return there;
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException(
                "at " + peek().at() + ": " + what + " is expected, not " + (ended() ? "the end" : peek().text()));
    }

    private void need(String word) {
        if (!take(word)) {
            throw expected("\"" + word + "\"");
        }
    }

    SmartRules read() {
        Rule rule = either();
        var order = take("order") ? order() : TrackOrder.by(TrackSort.TITLE);
        Integer limit = null;
        if (take("limit")) {
            String text = value();
            if (!text.matches("\\d{1,7}")) {
                throw new IllegalArgumentException("a limit is 1 to " + SmartRules.MAX_LIMIT + ", not " + text);
            }
            limit = Integer.valueOf(text);
        }
        if (!ended()) {
            throw expected("\"and\", \"or\", \"order by\", \"limit\" or the end");
        }
        return new SmartRules(rule, order, limit);
    }

    private TrackOrder order() {
        need("by");
        TrackSort sort = null;
        for (TrackSort each : TrackSort.values()) {
            sort = take(each.name()) ? each : sort;
        }
        if (sort == null) {
            throw expected("one of " + Arrays.toString(TrackSort.values()).toLowerCase(Locale.ROOT));
        }
        long seed = 0;
        if (sort == TrackSort.RANDOM && !ended() && peek().text().matches("-?\\d{1,18}")) {
            seed = Long.parseLong(tokens.get(next++).text());
        }
        boolean descending = take("desc");
        if (!descending) {
            take("asc");
        }
        return new TrackOrder(sort, descending, seed);
    }

    private Rule either() {
        var rules = new ArrayList<Rule>();
        do {
            rules.add(both());
        } while (take("or"));
        return rules.size() == 1 ? rules.get(0) : new Rule.Any(rules);
    }

    private Rule both() {
        var rules = new ArrayList<Rule>();
        do {
            rules.add(single());
        } while (take("and"));
        return rules.size() == 1 ? rules.get(0) : new Rule.All(rules);
    }

    private Rule single() {
        if (++depth > 2 * SmartRules.MAX_DEPTH) {
            throw new IllegalArgumentException("rules lie more than " + SmartRules.MAX_DEPTH + " deep in each other");
        }
        try {
            if (take("not")) {
                return new Rule.Not(single());
            } else if (take("everything")) {
                return new Rule.All(List.of());
            } else if (take("nothing")) {
                return new Rule.Any(List.of());
            } else if (take("all")) {
                return new Rule.All(List.of(bracket()));
            } else if (take("any")) {
                return new Rule.Any(List.of(bracket()));
            }
            return !ended() && peek().is("(") ? bracket() : compare();
        } finally {
            depth--;
        }
    }

    private Rule bracket() {
        need("(");
        Rule inner = either();
        need(")");
        return inner;
    }

    private Rule compare() {
        var field = ended() || peek().quoted() ? null : FIELDS.get(peek().text().toLowerCase(Locale.ROOT));
        if (field == null) {
            throw expected("a field (" + FIELDS.keySet().stream().sorted().collect(Collectors.joining(", ")) + ")");
        }
        next++;
        if (field.kind() == RuleField.Kind.YES_NO
                && !(!ended() && (peek().is("is") || peek().is("=") || peek().is("!=")))) {
            return new Rule.Compare(field, RuleOperator.IS, List.of("yes"));
        }
        var operator = operator();
        var values = new ArrayList<String>();
        for (int i = 0; i < operator.operands(); i++) {
            if (i > 0) {
                need("and");
            }
            values.add(value());
        }
        if (operator == RuleOperator.LAST_DAYS && !take("days")) {
            take("day");
        }
        return new Rule.Compare(field, operator, values);
    }

    private RuleOperator operator() {
        if (take("is")) {
            return take("empty") ? RuleOperator.EMPTY : take("not") ? RuleOperator.IS_NOT : RuleOperator.IS;
        } else if (take("=")) {
            return RuleOperator.IS;
        } else if (take("!=")) {
            return RuleOperator.IS_NOT;
        } else if (take("begins")) {
            need("with");
            return RuleOperator.BEGINS_WITH;
        } else if (take("in")) {
            take("the");
            need("last");
            return RuleOperator.LAST_DAYS;
        }
        for (RuleOperator each : RuleOperator.values()) {
            if (take(each.words())) {
                return each;
            }
        }
        throw expected("is, is not, contains, begins with, >, >=, <, <=, between, in last or is empty");
    }

    /** A text in quotes, or words up to one that means something. */
    private String value() {
        if (ended()) {
            throw expected("a value");
        }
        var first = tokens.get(next++);
        if (first.quoted()) {
            return first.text();
        }
        if (isWord(first.text()) || isMark(first.text().charAt(0))) {
            next--;
            throw expected("a value");
        }
        var words = new StringBuilder(first.text());
        while (!ended()
                && !peek().quoted()
                && !isWord(peek().text())
                && !isMark(peek().text().charAt(0))) {
            words.append(' ').append(tokens.get(next++).text());
        }
        return words.toString();
    }
}

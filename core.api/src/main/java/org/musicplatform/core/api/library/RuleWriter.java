package org.musicplatform.core.api.library;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the text form of rules. */
final class RuleWriter {

    private RuleWriter() {}

    static String write(SmartRules rules) {
        var text = new StringBuilder();
        rule(text, rules.rule(), false);
        var order = rules.order();
        if (!order.equals(TrackOrder.by(TrackSort.TITLE))) {
            text.append(" order by ").append(order.sort().name().toLowerCase(Locale.ROOT));
            if (order.sort() == TrackSort.RANDOM) {
                text.append(' ').append(order.seed());
            }
            text.append(order.descending() ? " desc" : "");
        }
        if (rules.limit() != null) {
            text.append(" limit ").append(rules.limit());
        }
        return text.toString().strip();
    }

    private static void rule(StringBuilder text, Rule rule, boolean inside) {
        if (rule instanceof Rule.All all) {
            joined(text, all.rules(), " and ", "everything", inside);
        } else if (rule instanceof Rule.Any any) {
            joined(text, any.rules(), " or ", "nothing", inside);
        } else if (rule instanceof Rule.Not not) {
            text.append("not ");
            rule(text, not.rule(), true);
        } else {
            compare(text, (Rule.Compare) rule);
        }
    }

    /** One or none cannot be told from a rule by itself: a word says which it is. */
    private static void joined(StringBuilder text, List<Rule> rules, String by, String none, boolean inside) {
        if (rules.size() < 2) {
            String word = by.equals(" and ") ? "all" : "any";
            text.append(rules.isEmpty() ? none : word + " (");
            rules.forEach(rule -> rule(text, rule, false));
            text.append(rules.isEmpty() ? "" : ")");
            return;
        }
        text.append(inside ? "(" : "");
        for (int i = 0; i < rules.size(); i++) {
            text.append(i == 0 ? "" : by);
            rule(text, rules.get(i), true);
        }
        text.append(inside ? ")" : "");
    }

    private static void compare(StringBuilder text, Rule.Compare compare) {
        boolean yes = compare.field().kind() == RuleField.Kind.YES_NO
                && compare.operator() == RuleOperator.IS
                && compare.values().get(0).equals("yes");
        if (yes) {
            text.append(compare.field().word());
            return;
        }
        text.append(compare.field().word())
                .append(' ')
                .append(compare.operator().words());
        if (!compare.values().isEmpty()) {
            text.append(' ')
                    .append(compare.values().stream().map(RuleWriter::quoted).collect(Collectors.joining(" and ")));
        }
        text.append(compare.operator() == RuleOperator.LAST_DAYS ? " days" : "");
    }

    private static String quoted(String value) {
        boolean plain = value.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == ':');
        return plain && !RuleParser.isWord(value)
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

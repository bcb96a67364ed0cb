package org.musicplatform.core.library.browse;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a query with its values.
 *
 * @param text SQL with a question mark for each value; binds as tight as AND, or tighter
 * @param values the values in order
 */
public record Condition(String text, List<Object> values) {

    /** Holds always. */
    public static final Condition ALWAYS = new Condition("1", List.of());

    /** Holds never. */
    public static final Condition NEVER = new Condition("0", List.of());

    public Condition {
        values = List.copyOf(values);
    }

    public static Condition of(String text, Object... values) {
        return new Condition(text, List.of(values));
    }

    /** A column is between two values, both included; where one is null, there is no such end. */
    public static Condition within(String column, Object from, Object to) {
        if (from == null || to == null) {
            return from == null ? of(column + " <= ?", to) : of(column + " >= ?", from);
        }
        return of(column + " BETWEEN ? AND ?", from, to);
    }

    /** All of them hold; so it is when there is none. */
    public static Condition all(List<Condition> conditions) {
        var asked = conditions.stream().filter(each -> each != ALWAYS).toList();
        return asked.isEmpty() ? ALWAYS : joined(asked, " AND ");
    }

    /** One of them holds, or several; so it is never when there is none. */
    public static Condition any(List<Condition> conditions) {
        return conditions.isEmpty() ? NEVER : joined(conditions, " OR ");
    }

    private static Condition joined(List<Condition> conditions, String word) {
        if (conditions.size() == 1) {
            return conditions.get(0);
        }
        var values = new ArrayList<Object>();
        conditions.forEach(condition -> values.addAll(condition.values()));
        return new Condition(
                "(" + String.join(word, conditions.stream().map(Condition::text).toList()) + ")", values);
    }

    public Condition and(Condition other) {
        return all(List.of(this, other));
    }

    /** It does not hold: what is not known (a comparison with null) is taken for not holding. */
    public Condition not() {
        return new Condition("NOT coalesce(" + text + ", 0)", values);
    }
}

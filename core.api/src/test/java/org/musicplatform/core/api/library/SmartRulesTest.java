package org.musicplatform.core.api.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text form of rules, as a person types it. */
class SmartRulesTest {

    @Test
    void and_binds_closer_than_or() {
        var rules =
                SmartRules.parse("genre is Hard Rock and year >= 1990 or not favourite order by added desc limit 50");
        var rock = new Rule.Compare(RuleField.GENRE, RuleOperator.IS, List.of("Hard Rock"));
        var year = new Rule.Compare(RuleField.YEAR, RuleOperator.AT_LEAST, List.of("1990"));
        var favourite = new Rule.Compare(RuleField.FAVOURITE, RuleOperator.IS, List.of("yes"));
        assertEquals(
                new SmartRules(
                        new Rule.Any(List.of(new Rule.All(List.of(rock, year)), new Rule.Not(favourite))),
                        new TrackOrder(TrackSort.ADDED, true, 0),
                        50),
                rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title is \"and\" and (artist contains \"AC/DC\" or album begins with \"a \\\"b\\\" \\\\\")",
                "not (genre is not Jazz and year between 1950 and 1969)",
                "added in last 30 days order by random 42 limit 10",
                "played is empty and duration < 3:30",
                "album-artist is \"Bj\u00f6rk & \uD83C\uDFB5\"",
                "everything",
                "not nothing",
                "all (any (missing))",
                "favourite is no order by year desc"
            })
    void what_is_written_is_read_as_the_same(String text) {
        var rules = SmartRules.parse(text);
        assertEquals(rules, SmartRules.parse(rules.toString()));
        assertEquals(text, rules.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour is red|at 1: a field",
                "year is old|year is a whole number, not old",
                "year contains 19|\"contains\" cannot be asked of year",
                "genre is|a value is expected, not the end",
                "genre is Rock or|a field",
                "(genre is Rock|\")\" is expected, not the end",
                "title is \"open|the quote at 10 does not end",
                "added > yesterday|a day as yyyy-MM-dd",
                "added in last 0 days|days are a number from 1 to 36500",
                "year > 1 limit 0|a limit is 1 to",
                "year > 1 order by colour|one of",
                "favourite is maybe|yes or no",
                "|a field"
            })
    void what_is_wrong_is_told_in_words(String text, String words) {
        var refused = assertThrows(IllegalArgumentException.class, () -> SmartRules.parse(text == null ? "" : text));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void what_has_no_end_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> SmartRules.parse("(".repeat(10_000)));
        assertThrows(IllegalArgumentException.class, () -> SmartRules.parse("not ".repeat(4_000) + "favourite"));
        assertThrows(
                IllegalArgumentException.class, () -> SmartRules.parse("favourite or ".repeat(1_000) + "favourite"));
        assertThrows(IllegalArgumentException.class, () -> SmartRules.parse("x".repeat(SmartRules.MAX_TEXT + 1)));
        var rule = SmartRules.parse("not not not not not favourite").rule();
        for (int i = 0; i < 4; i++) {
            rule = new Rule.Not(rule);
        }
        var deepest = rule;
        assertEquals(deepest, new SmartRules(deepest).rule());
        assertThrows(IllegalArgumentException.class, () -> new SmartRules(new Rule.Not(deepest)));
    }
}

package org.musicplatform.core.library.playlist;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.musicplatform.core.api.library.Rule;
import org.musicplatform.core.api.library.RuleField;
import org.musicplatform.core.api.library.RuleOperator;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/**
 * A rule as a condition on the tables of {@link SmartQuery}. Texts are compared in the form by which they are sorted,
 * which is stored; names of which there are few are compared here. Every condition is true or false, never unknown.
 */
final class RuleCondition {

    private static final long DAY_MILLIS = 86_400_000;

    private final Sql sql;
    private final long now;
    private final boolean missing;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    RuleCondition(Sql sql, Rule rule, long now) throws SQLException {
        this.sql = sql;
        this.now = now;
        this.missing = asksForMissing(rule);
        text.append(missing ? "" : "t.visible = 1 AND ");
        add(rule);
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }

    private static boolean asksForMissing(Rule rule) {
        if (rule instanceof Rule.All all) {
            return all.rules().stream().anyMatch(RuleCondition::asksForMissing);
        } else if (rule instanceof Rule.Any any) {
            return any.rules().stream().anyMatch(RuleCondition::asksForMissing);
        } else if (rule instanceof Rule.Not not) {
            return asksForMissing(not.rule());
        }
        return ((Rule.Compare) rule).field() == RuleField.MISSING;
    }

    private void add(Rule rule) throws SQLException {
        if (rule instanceof Rule.All all) {
            join(all.rules(), " AND ", "1");
        } else if (rule instanceof Rule.Any any) {
            join(any.rules(), " OR ", "0");
        } else if (rule instanceof Rule.Not not) {
            text.append("NOT ");
            add(not.rule());
        } else {
            compare((Rule.Compare) rule);
        }
    }

    private void join(List<Rule> rules, String by, String none) throws SQLException {
        text.append('(').append(rules.isEmpty() ? none : "");
        for (int i = 0; i < rules.size(); i++) {
            text.append(i == 0 ? "" : by);
            add(rules.get(i));
        }
        text.append(')');
    }

    private void compare(Rule.Compare compare) throws SQLException {
        if (compare.operator() == RuleOperator.IS_NOT) {
            text.append("NOT ");
            compare(new Rule.Compare(compare.field(), RuleOperator.IS, compare.values()));
            return;
        }
        text.append("coalesce(");
        switch (compare.field()) {
            case TITLE -> text(compare, "t.sort");
            case ALBUM -> text(compare, "al.sort");
            case ALBUM_ARTIST -> text(compare, "al.artist_sort");
            case ARTIST ->
                ofSeveral(
                        compare,
                        "SELECT x.track_id FROM artist r JOIN track_artist x INDEXED BY track_artist_artist"
                                + " ON x.artist_id = r.id",
                        "r.sort");
            case GENRE ->
                ofSeveral(
                        compare,
                        "SELECT x.track_id FROM genre g JOIN track_genre x INDEXED BY track_genre_genre"
                                + " ON x.genre_id = g.id",
                        "g.sort");
            case SOURCE -> ofFiles(compare, "SELECT id, name, '' FROM source", "source_id", TextFolding::sortKey);
            case FOLDER -> ofFiles(compare, "SELECT id, path, '' FROM folder", "folder_id", RuleCondition::path);
            case FORMAT ->
                ofFiles(
                        compare,
                        "SELECT id, coalesce(container, ''), coalesce(codec, '') FROM format",
                        "format_id",
                        TextFolding::sortKey);
            case YEAR -> number(compare, "t.year");
            case TRACK -> number(compare, "t.track_no");
            case DISC -> number(compare, "t.disc_no");
            case RATING -> number(compare, "nullif(an.rating, 0)");
            case PLAYS -> number(compare, "coalesce(an.plays, 0)");
            case DURATION -> length(compare);
            case ADDED -> date(compare, "t.added");
            case PLAYED -> date(compare, "an.last_played");
            case FAVOURITE -> yes(compare, "coalesce(an.favourite, 0) = 1");
            case MISSING -> yes(compare, "t.visible = 0");
        }
        text.append(", 0)");
    }

    private void add(String condition, Object... bound) {
        text.append(condition);
        values.addAll(Arrays.asList(bound));
    }

    private void yes(Rule.Compare compare, String condition) {
        add((compare.values().get(0).equals("yes") ? "" : "NOT ") + "(" + condition + ")");
    }

    private void text(Rule.Compare compare, String column) {
        if (compare.operator() == RuleOperator.EMPTY) {
            add("(coalesce(" + column + ", '') = '')");
            return;
        }
        String folded = TextFolding.sortKey(compare.values().get(0));
        switch (compare.operator()) {
            case IS -> add(column + " = ?", folded);
            case CONTAINS -> add("instr(" + column + ", ?) > 0", folded);
            default -> add("substr(" + column + ", 1, ?) = ?", folded.codePointCount(0, folded.length()), folded);
        }
    }

    private void ofSeveral(Rule.Compare compare, String tracks, String column) {
        if (compare.operator() == RuleOperator.EMPTY) {
            add("t.id NOT IN (" + tracks + ")");
            return;
        }
        add("t.id IN (" + tracks + " WHERE ");
        text(compare, column);
        add(")");
    }

    /** Interface of a folding that keeps what separates the parts of a name. */
    private interface Folding {
        String of(String name);
    }

    private void ofFiles(Rule.Compare compare, String names, String column, Folding folding) throws SQLException {
        boolean folder = compare.field() == RuleField.FOLDER;
        String wanted = compare.values().isEmpty()
                ? ""
                : folding.of(
                        folder
                                ? compare.values().get(0).replaceAll("^/+|/+$", "")
                                : compare.values().get(0));
        Predicate<String> fits =
                switch (compare.operator()) {
                    case EMPTY -> String::isEmpty;
                    case IS -> name -> name.equals(wanted) || folder && name.startsWith(wanted + "/");
                    case CONTAINS -> name -> name.contains(wanted);
                    default -> name -> name.startsWith(wanted);
                };
        boolean format = compare.field() == RuleField.FORMAT;
        var ids = sql.list(names, row -> {
            String second = row.getString(3);
            boolean found = fits.test(folding.of(row.getString(2)))
                    && (compare.operator() != RuleOperator.EMPTY || !format || second.isEmpty());
            return found || !second.isEmpty() && fits.test(folding.of(second)) ? row.getLong(1) : null;
        });
        String list =
                ids.stream().filter(id -> id != null).map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        add(
                "t.id IN (SELECT f.track_id FROM file f WHERE f.track_id IS NOT NULL"
                        + (missing ? "" : " AND f.state <> 4") + " AND f." + column
                        + " IN (SELECT value FROM json_each(?)))",
                list);
    }

    private static String path(String path) {
        return Arrays.stream(path.split("/")).map(TextFolding::sortKey).collect(Collectors.joining("/"));
    }

    private void number(Rule.Compare compare, String column) {
        if (compare.operator() == RuleOperator.EMPTY) {
            add("(" + column + (compare.field() == RuleField.PLAYS ? " = 0)" : " IS NULL)"));
        } else if (compare.operator() == RuleOperator.BETWEEN) {
            add(column + " BETWEEN ? AND ?", number(compare, 0), number(compare, 1));
        } else {
            add(column + sign(compare.operator()) + "?", number(compare, 0));
        }
    }

    private static long number(Rule.Compare compare, int index) {
        return Long.parseLong(compare.values().get(index));
    }

    private static String sign(RuleOperator operator) {
        return operator == RuleOperator.IS ? " = " : " " + operator.words() + " ";
    }

    private void length(Rule.Compare compare) {
        String column = "t.duration_ms";
        switch (compare.operator()) {
            case EMPTY -> add("(" + column + " IS NULL)");
            case IS -> add("(" + column + " + 500) / 1000 = ?", seconds(compare, 0)); // as it is shown
            case BETWEEN -> add(column + " BETWEEN ? AND ?", seconds(compare, 0) * 1000, seconds(compare, 1) * 1000);
            default -> add(column + sign(compare.operator()) + "?", seconds(compare, 0) * 1000);
        }
    }

    private static long seconds(Rule.Compare compare, int index) {
        long seconds = 0;
        for (String part : compare.values().get(index).split(":")) {
            seconds = seconds * 60 + Long.parseLong(part);
        }
        return seconds;
    }

    private void date(Rule.Compare compare, String column) {
        switch (compare.operator()) {
            case EMPTY -> add("(" + column + " IS NULL)");
            case LAST_DAYS -> add(column + " >= ?", now - number(compare, 0) * DAY_MILLIS);
            case IS ->
                add("(" + column + " >= ? AND " + column + " < ?)", day(compare, 0), day(compare, 0) + DAY_MILLIS);
            case BETWEEN ->
                add("(" + column + " >= ? AND " + column + " < ?)", day(compare, 0), day(compare, 1) + DAY_MILLIS);
            case GREATER -> add(column + " >= ?", day(compare, 0) + DAY_MILLIS);
            case AT_LEAST -> add(column + " >= ?", day(compare, 0));
            case LESS -> add(column + " < ?", day(compare, 0));
            default -> add(column + " < ?", day(compare, 0) + DAY_MILLIS);
        }
    }

    private static long day(Rule.Compare compare, int index) {
        return LocalDate.parse(compare.values().get(index))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}

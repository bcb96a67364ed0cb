package org.musicplatform.core.library.playlist;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;

/** What is in a smart playlist now. A page goes on behind the keys of the last row, and knows how many came before it. */
final class SmartQuery {

    private static final char LIST = 's';
    private static final String SEPARATOR = "\u001f";
    private static final String FROM = " FROM track t LEFT JOIN album al ON al.id = t.album_id"
            + " LEFT JOIN annotation an ON an.listener_id = ? AND an.track_id = t.id";
    private static final String SEED = " CROSS JOIN (SELECT ? AS by, ? AS plus) seed";
    private static final long PRIME = 2_147_483_647;

    private final Sql sql;
    private final SmartRules rules;
    private final String tables;
    private final String where;
    private final List<Object> values = new ArrayList<>();
    private final List<Key> keys;

    /**
     * A part of what the list is ordered by.
     *
     * @param text an expression that is never null
     */
    private record Key(String text, boolean number, boolean descending) {}

    /**
     * Prepares a query.
     *
     * @param listener as whom the library is seen
     * @param now milliseconds of the epoch
     */
    SmartQuery(Sql sql, SmartRules rules, long listener, long now) throws SQLException {
        this.sql = sql;
        this.rules = rules;
        var condition = new RuleCondition(sql, rules.rule(), now);
        boolean random = rules.order().sort() == TrackSort.RANDOM;
        this.tables = FROM + (random ? SEED : "");
        this.where = " WHERE (" + condition.text() + ")";
        values.add(listener);
        if (random) {
            long seed = rules.order().seed();
            values.add(Math.floorMod(seed * 0x9E3779B97F4A7C15L >>> 33, PRIME - 1) + 1);
            values.add(Math.floorMod(seed, PRIME));
        }
        values.addAll(condition.values());
        this.keys = keys(rules.order());
    }

    private static List<Key> keys(TrackOrder order) {
        boolean down = order.descending();
        return switch (order.sort()) {
            case TITLE -> List.of(new Key("t.sort", false, down));
            case ARTIST ->
                List.of(
                        new Key("(t.artist_sort = '')", true, false),
                        new Key("t.artist_sort", false, down),
                        new Key("t.album_sort", false, down),
                        new Key("coalesce(t.album_id, 0)", true, down),
                        new Key("t.album_place", true, down));
            case ALBUM ->
                List.of(
                        new Key("(t.album_id IS NULL)", true, false),
                        new Key("t.album_sort", false, down),
                        new Key("coalesce(t.album_id, 0)", true, down),
                        new Key("t.album_place", true, down));
            case YEAR -> known("t.year", down);
            case ADDED -> known("t.added", down);
            case PLAYED -> known("an.last_played", down);
            case RATING -> known("nullif(an.rating, 0)", down);
            case DURATION -> known("t.duration_ms", down);
            case RANDOM -> List.of(new Key(mixed(), true, down));
        };
    }

    /** What is not known comes last in either direction. */
    private static List<Key> known(String column, boolean down) {
        return List.of(
                new Key("(" + column + " IS NULL)", true, false), new Key("coalesce(" + column + ", 0)", true, down));
    }

    /** A number for each id that looks like chance: squared twice in a prime field. */
    private static String mixed() {
        String once = "((t.id % " + PRIME + ") * seed.by + seed.plus) % " + PRIME;
        String squared = "((" + once + ") * (" + once + ") % " + PRIME + " + t.id) % " + PRIME;
        return "((" + squared + ") * (" + squared + ") % " + PRIME + ")";
    }

    /**
     * How much there is.
     *
     * @param duration of those whose length is known
     */
    record Counts(int tracks, Duration duration) {}

    Counts counts() throws SQLException {
        var all = new ArrayList<>(values);
        String limited = "SELECT t.duration_ms AS length" + tables + where;
        if (rules.limit() != null) {
            limited += order() + " LIMIT ?";
            all.add(rules.limit());
        }
        return sql.first(
                "SELECT count(*), coalesce(sum(length), 0) FROM (" + limited + ")",
                row -> new Counts(row.getInt(1), Duration.ofMillis(row.getLong(2))),
                all.toArray());
    }

    private String order() {
        var text = new StringBuilder(" ORDER BY ");
        keys.forEach(key -> text.append(key.text()).append(key.descending() ? " DESC, " : ", "));
        return text.append("t.id").toString();
    }

    /**
     * Returns a page.
     *
     * @param columns what is asked of {@code t} and {@code al}
     * @param scope what the cursor belongs to
     */
    <T> Page<T> page(String columns, Sql.Mapper<T> mapper, String scope, PageRequest request) throws SQLException {
        var all = new ArrayList<>(values);
        int before = 0;
        String after = "";
        var position = Keyed.after(request, LIST);
        if (position != null) {
            String[] parts = position.key().split(SEPARATOR, -1);
            if (parts.length != keys.size() + 2 || !parts[0].equals(scope) || !parts[1].matches("\\d{1,9}")) {
                throw Errors.badCursor();
            }
            before = Integer.parseInt(parts[1]);
            after = after(parts, position.id(), all);
        }
        int left = rules.limit() == null ? Integer.MAX_VALUE : Math.max(0, rules.limit() - before);
        all.add(Math.min(left, request.limit() + 1));
        var text = new StringBuilder("SELECT t.id AS track, ").append(columns);
        for (int i = 0; i < keys.size(); i++) {
            text.append(", ").append(keys.get(i).text()).append(" AS key").append(i);
        }
        int count = before + request.limit(); // as many as there are when this page is full
        var rows = sql.list(
                text + tables + where + after + order() + " LIMIT ?",
                row -> {
                    var key = new StringBuilder(scope).append(SEPARATOR).append(count);
                    for (int i = 0; i < keys.size(); i++) {
                        key.append(SEPARATOR).append(row.getString("key" + i));
                    }
                    return new Keyed<>(mapper.map(row), key.toString(), row.getLong("track"));
                },
                all.toArray());
        return Keyed.page(rows, LIST, request);
    }

    /**
     * Returns all.
     *
     * @param columns what is asked of {@code t}, {@code al} and more
     * @param joins more tables
     */
    <T> List<T> all(String columns, String joins, Sql.Mapper<T> mapper) throws SQLException {
        var all = new ArrayList<>(values);
        all.add(rules.limit() == null ? SmartRules.MAX_LIMIT : rules.limit());
        return sql.list("SELECT " + columns + tables + joins + where + order() + " LIMIT ?", mapper, all.toArray());
    }

    /** Returns the condition of what follows a row: a key that is greater where those before it are equal. */
    private String after(String[] parts, long id, List<Object> all) {
        var text = new StringBuilder(" AND (");
        for (int i = 0; i <= keys.size(); i++) {
            text.append(i == 0 ? "" : " OR ").append('(');
            for (int j = 0; j < i; j++) {
                text.append(keys.get(j).text()).append(" = ? AND ");
                all.add(value(parts, j));
            }
            if (i == keys.size()) {
                text.append("t.id > ?)");
                all.add(id);
            } else {
                text.append(keys.get(i).text()).append(keys.get(i).descending() ? " < ?)" : " > ?)");
                all.add(value(parts, i));
            }
        }
        return text.append(')').toString();
    }

    private Object value(String[] parts, int key) {
        String part = parts[key + 2];
        if (!keys.get(key).number()) {
            return part;
        }
        if (!part.matches("-?\\d{1,18}")) {
            throw Errors.badCursor();
        }
        return Long.valueOf(part);
    }
}

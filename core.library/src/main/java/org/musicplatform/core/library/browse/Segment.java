package org.musicplatform.core.library.browse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A part of an order: rows that an index has in this order. Rows without a value to order by are a part of their own,
 * behind the others, whatever the direction.
 *
 * @param tables where their ids stand, in the order of the index
 * @param id the column that has the id: the last of the index
 * @param join for rows that come from elsewhere: adds the row that has the columns, ending with what the id must equal;
 *     or null when the listed row itself has them
 * @param where which rows
 * @param columns by what they are ordered, then by id; in a row one of them may be null, and is null then in all rows
 *     that have the same in the columns before
 */
record Segment(String tables, String id, String join, Condition where, List<String> columns, boolean descending) {

    Segment {
        columns = List.copyOf(columns);
    }

    /** Rows in the order of an index of their own. */
    static Segment of(Kind kind, String tables, Condition where, List<String> columns, boolean descending) {
        return new Segment(tables, kind.id(), null, where, columns, descending);
    }

    /** Where a page ended: what the last row has in the columns, and its id. */
    record Place(int segment, List<Object> keys, long id) {

        Place {
            keys = Collections.unmodifiableList(new ArrayList<>(keys)); // one may be null
        }
    }

    boolean isById() {
        return columns.isEmpty();
    }

    String order(String idColumn) {
        String direction = descending ? " DESC" : "";
        return String.join(direction + ", ", with(columns, idColumn)) + direction;
    }

    /**
     * Returns conditions that one after the other hold for all rows behind a place, in order. Each is a range of the
     * index: SQLite does not look for a row's id in a comparison of several columns.
     */
    List<Condition> ranges(Place place) {
        var ranges = new ArrayList<Condition>();
        var keys = place.keys();
        ranges.add(same(keys, keys.size()).and(beyond(List.of(id), List.of(place.id()))));
        int unknown = keys.indexOf(null);
        if (unknown >= 0) {
            int next = unknown + 1;
            if (next < keys.size()) {
                ranges.add(same(keys, next)
                        .and(beyond(columns.subList(next, keys.size()), keys.subList(next, keys.size()))));
            }
            keys = keys.subList(0, unknown);
        }
        if (!keys.isEmpty()) {
            ranges.add(beyond(columns.subList(0, keys.size()), keys));
        }
        return ranges;
    }

    private Condition same(List<Object> keys, int count) {
        var same = new ArrayList<Condition>();
        for (int i = 0; i < count; i++) {
            String column = columns.get(i);
            same.add(
                    keys.get(i) == null
                            ? Condition.of(column + " IS NULL")
                            : Condition.of(column + " = ?", keys.get(i)));
        }
        return Condition.all(same);
    }

    /** Returns the condition that holds for all rows behind a place, when they are sorted anyway. */
    Condition behind(Place place, String idColumn) {
        if (place.keys().contains(null)) {
            return Condition.any(new Segment(tables, idColumn, join, where, columns, descending).ranges(place));
        }
        var keys = new ArrayList<Object>(place.keys());
        keys.add(place.id());
        return beyond(with(columns, idColumn), keys);
    }

    private Condition beyond(List<String> names, List<Object> keys) {
        String sign = descending ? " < " : " > ";
        String text = names.size() == 1
                ? names.get(0) + sign + "?"
                : "(" + String.join(", ", names) + ")" + sign + "(?" + ", ?".repeat(names.size() - 1) + ")";
        return new Condition(text, keys);
    }

    private static List<String> with(List<String> columns, String idColumn) {
        var all = new ArrayList<>(columns);
        all.add(idColumn);
        return all;
    }
}

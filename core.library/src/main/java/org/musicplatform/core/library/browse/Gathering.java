package org.musicplatform.core.library.browse;

/**
 * How all rows that meet a criterion are found without going through the others.
 *
 * @param tables where their ids stand, with the index to use; an id may be found several times
 * @param where which rows of these
 * @param id the column that has the id
 * @param inOrder whether they are found in the order of ids
 * @param rows how many there are, about
 * @param each what it costs to look at one, in microseconds, about
 */
record Gathering(Condition tables, Condition where, String id, boolean inOrder, long rows, double each) {

    /** Nothing is found. */
    static final Gathering NOTHING =
            new Gathering(Condition.of("(SELECT 0 AS id) m"), Condition.NEVER, "m.id", false, 0, Probe.NEAR_ROW);

    /** Rows that lie side by side, as the tracks of an album do. */
    static Gathering near(String tables, Condition where, String id, boolean inOrder, long rows) {
        return new Gathering(Condition.of(tables), where, id, inOrder, rows, Probe.NEAR_ROW);
    }

    /** Rows that lie anywhere. */
    static Gathering far(String tables, Condition where, String id, boolean inOrder, long rows) {
        return new Gathering(Condition.of(tables), where, id, inOrder, rows, Probe.ROW);
    }

    /** Tells whether the rows are found as a part of an order has them, so that the first ones are enough. */
    boolean isInOrder(Segment segment) {
        return segment.isById() && inOrder || segment.tables().equals(tables.text());
    }

    /** The query for the ids of all. */
    Query ids() {
        return new Query(
                "SELECT " + id + " AS id FROM " + tables.text() + " WHERE " + where.text(),
                tables.and(where).values());
    }

    /** Asks a row by making a list of all. */
    Probe list(Kind kind) {
        var values = tables.and(where).values();
        // the plus keeps SQLite from looking for each id of the list instead
        String text = "+" + kind.id() + " IN (SELECT " + id + " FROM " + tables.text() + " WHERE " + where.text() + ")";
        return Probe.list(new Condition(text, values), rows);
    }
}

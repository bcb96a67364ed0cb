package org.musicplatform.core.library.database;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Indexes that only lists and questions need. A library without tracks gives them up when something is about to be
 * indexed: of rows that are there, each is made in a tenth of the time that it takes to write it row by row. One that is
 * still to be made is made when a statement needs it, and all are when the library is left in peace.
 *
 * <p>A statement that relies on one of them names it, by {@code INDEXED BY}. A step of the schema that changes one makes
 * it first.
 */
public final class LateIndexes {

    private static final List<String> NAMES = List.of(
            "track_title",
            "track_artist_album",
            "track_year",
            "track_duration",
            "track_artist_artist",
            "track_genre_genre",
            "album_sort",
            "album_artist_sort",
            "album_year",
            "artist_sort",
            "genre_sort",
            "folder_sort");

    // said before an index goes and after it came; another set each time
    private volatile Set<String> missing = changed(Set.of());
    private final Set<String> notMakeable = ConcurrentHashMap.newKeySet();

    private static Set<String> changed(Collection<String> missing) {
        return Collections.unmodifiableSet(new TreeSet<>(missing));
    }

    /** Returns the names of those that are still to be made. */
    public Set<String> missing() {
        return missing;
    }

    /**
     * Returns a statement as it can be run: without the names of missing ones that cannot be made.
     *
     * @throws IndexMissingException when it needs one that is missing
     */
    String fit(String statement, Set<String> lacking) {
        String fitting = statement;
        for (String name : lacking) {
            if (needs(statement, name) && !notMakeable.contains(name)) {
                throw new IndexMissingException(name);
            }
            fitting = fitting.replace(hint(name), " ");
        }
        return fitting;
    }

    /**
     * Looks whether a statement may have failed for want of one: prepared before that went, or while it did.
     *
     * @param lacking what was {@link #missing} when the transaction began
     * @throws IndexMissingException when the statement is to be prepared and tried again
     */
    void excuse(String statement, Set<String> lacking) {
        var now = missing;
        for (String name : now == lacking ? now : NAMES) { // else it may be there again
            if (needs(statement, name)) {
                throw new IndexMissingException(name);
            }
        }
    }

    private static boolean needs(String statement, String name) {
        return statement.contains(hint(name));
    }

    private static String hint(String name) {
        return " INDEXED BY " + name + " ";
    }

    /** Notes that one cannot be made, for the time being: it is answered without it. */
    void doWithout(String name) {
        notMakeable.add(name);
    }

    /**
     * Requires one.
     *
     * @throws IndexMissingException when it is missing
     */
    public void require(String name) {
        if (missing.contains(name)) {
            throw new IndexMissingException(name);
        }
    }

    /** Learns which are missing in a file that was opened. */
    void learn(Sql sql) throws SQLException {
        missing = changed(sql.list("SELECT name FROM late_index", row -> row.getString(1)));
    }

    /** Gives them up, in a transaction, if there is no track. */
    public void putOff(Sql sql) throws SQLException {
        if (sql.number("SELECT EXISTS (SELECT 1 FROM track)") > 0) {
            return;
        }
        var there = new TreeSet<>(NAMES);
        sql.list("SELECT name FROM late_index", row -> row.getString(1)).forEach(there::remove);
        missing = changed(NAMES);
        for (String name : there) {
            sql.update("INSERT INTO late_index SELECT name, sql FROM sqlite_schema WHERE name = ?", name);
            sql.execute("DROP INDEX " + name);
        }
    }

    /** Makes one of those that are missing, if any; returns whether there are more. */
    public boolean makeNext(Sql sql) throws SQLException {
        var names = missing.iterator();
        if (names.hasNext()) {
            make(sql, names.next());
        }
        return !missing.isEmpty();
    }

    /** Makes one, in a transaction of its own. Nothing happens when it is there. */
    public void make(Sql sql, String name) throws SQLException {
        sql.transaction(() -> {
            String statement =
                    sql.first("SELECT statement FROM late_index WHERE name = ?", row -> row.getString(1), name);
            if (statement != null) {
                sql.execute(statement);
                sql.update("DELETE FROM late_index WHERE name = ?", name);
            }
        });
        notMakeable.remove(name);
        var left = new TreeSet<>(missing);
        left.remove(name);
        missing = changed(left);
    }
}

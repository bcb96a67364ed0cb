package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.LateIndexes;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.database.Trouble;
import org.musicplatform.core.library.database.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;

/**
 * What keeps the database quick and small: search indexes merged, statistics for the planner, free pages given back,
 * the log emptied. Done by the writer thread while nothing is to be written, in slices of 50 ms at most, so that work
 * that comes need not wait longer. A library that is never open for long has some of it done each time it is closed.
 */
final class Maintenance {

    /** How long after the last write a round begins. */
    static final Duration REST = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CLOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int FEW_CHANGES = 1_000;
    private static final int MANY_CHANGES = 10_000;
    private static final int FEW_FREE_PAGES = 2_000;
    private static final int ROWS = 400;
    private static final int FEW_ROWS = 100;
    private static final int STEPS_BETWEEN_LOOKS = 1_000;

    private final Checkpoints checkpoints;
    private final LateIndexes indexes;
    private final long restNanos;
    private final List<Chore> chores;
    private final Deque<Step> round = new ArrayDeque<>();
    private boolean due = true; // a library that was just opened may have been left in the middle
    private boolean full; // whether the log is to be emptied at the end of the round
    private long lastWrite = System.nanoTime();
    private long changesBefore = -FEW_CHANGES;
    private long changesDoneFor; // of this connection, that need nothing more

    /** A part of a round. */
    private interface Step {
        /** Does a little; returns whether there is more to do. */
        boolean slice(Sql sql) throws SQLException;

        /** Is to do less at once from now on; returns false when it cannot. */
        default boolean lessAtOnce() {
            return false;
        }

        /** Tells whether it must come to its end, however long it takes. */
        default boolean isWhole() {
            return false;
        }
    }

    /**
     * @param rest how long after the last write a round begins
     * @param chores what is done besides in each round
     */
    Maintenance(Connections connections, Duration rest, List<Chore> chores) {
        this.checkpoints = new Checkpoints(connections);
        this.indexes = connections.lateIndexes();
        this.restNanos = rest.toNanos();
        this.chores = chores;
    }

    /**
     * Notes that something was written.
     *
     * @param sql the connection, or null when that was lost
     */
    void written(Sql sql) {
        due = true;
        lastWrite = System.nanoTime();
        try {
            if (sql != null) {
                checkpoints.written(sql);
            }
        } catch (SQLException e) {
            LOG.debug("The log of the library is not looked at: {}", e.getMessage());
        }
    }

    /** Is to bring what is in the log into the file after the next commit, beside what is written then. */
    void saveAhead() {
        checkpoints.ahead();
    }

    /** Tells whether a slice is to be done at once. */
    boolean isUnderWay() {
        return !round.isEmpty();
    }

    /** Does a slice, if it is time. A failure ends the round: the next one begins after the next write. */
    void slice(Sql sql) {
        try {
            if (due && System.nanoTime() - lastWrite >= restNanos) {
                plan(sql);
                due = false;
                full = true;
            }
            if (!round.isEmpty()) {
                step(sql, SLICE_NANOS);
            }
            if (full && round.isEmpty()) {
                full = false;
                checkpoints.empty();
            }
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void step(Sql sql, long nanos) throws SQLException {
        var step = round.element();
        if (!(step.isWhole() ? step.slice(sql) : atMost(nanos, sql, step))) {
            round.remove();
            if (round.isEmpty()) {
                noteLeft(sql, 0);
            }
        }
    }

    /**
     * At the end: notes what was changed since it was kept in shape last. Where that is much, and was left so by those
     * before, a little is done, for somebody waits.
     */
    void closing(Sql sql) {
        try {
            long changed = changed(sql);
            Long noted = sql.first("SELECT value FROM meta WHERE name = 'unkept'", row -> row.getLong(1));
            boolean quick = changed < MANY_CHANGES; // who changed much has let somebody wait long enough
            long left = noted != null ? noted : quick && isOld(sql) ? MANY_CHANGES : 0;
            if (quick && left >= MANY_CHANGES) {
                if (!doALittle(sql)) {
                    noteLeft(sql, left + changed - left / 4); // what takes too long is not tried for ever
                }
            } else if (changed > 0 || noted == null) {
                noteLeft(sql, left + changed);
            }
        } catch (SQLException e) {
            LOG.debug("The library is kept in shape another time: {}", e.getMessage());
        }
    }

    /** Tells whether a first index is under way, or was cut off. */
    private boolean isBeingFilled(Sql sql) throws SQLException {
        return !indexes.missing().isEmpty()
                && (!isOld(sql) || sql.number("SELECT EXISTS (SELECT 1 FROM file WHERE state = 0)") > 0);
    }

    /** Tells whether there is something that may have been left undone before that was noted. */
    private static boolean isOld(Sql sql) throws SQLException {
        return sql.number("SELECT EXISTS (SELECT 1 FROM track)") > 0;
    }

    /** Returns whether nothing is left to be done. */
    private boolean doALittle(Sql sql) throws SQLException {
        fillRound(sql, FEW_ROWS); // without the chores of others, which nothing interrupts
        long end = System.nanoTime() + CLOSING_NANOS;
        try {
            for (long rest = CLOSING_NANOS; rest > 0 && isUnderWay(); rest = end - System.nanoTime()) {
                step(sql, rest);
            }
        } catch (SQLException e) {
            if (Trouble.of(e) != Trouble.INTERRUPTED) {
                throw e;
            }
        }
        return !isUnderWay();
    }

    /** Returns how many rows this connection changed that nothing was done for. */
    private long changed(Sql sql) throws SQLException {
        long all = sql.number("SELECT total_changes()");
        if (all < changesDoneFor) {
            changesDoneFor = 0; // it is another connection
        }
        return all - changesDoneFor;
    }

    private void noteLeft(Sql sql, long changes) throws SQLException {
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('unkept', ?)", changes);
        changesDoneFor = sql.number("SELECT total_changes()");
    }

    private void failed(SQLException failure) {
        var trouble = Trouble.of(failure);
        if (trouble == Trouble.INTERRUPTED) {
            if (!round.element().lessAtOnce()) {
                round.remove();
            }
        } else if (!trouble.passes()) {
            LOG.warn("The library could not be kept in shape: {}", failure.getMessage());
            round.clear();
        }
    }

    private void plan(Sql sql) throws SQLException {
        long changes = sql.number("SELECT total_changes()");
        if (changes < changesBefore) {
            changesBefore = 0; // it is another connection
        }
        if (changes - changesBefore >= FEW_CHANGES) {
            fillRound(sql, ROWS);
            chores.forEach(chore -> round.add(new Besides(chore)));
            changesBefore = changes;
        }
        if (!indexes.missing().isEmpty() && !isBeingFilled(sql)) {
            round.addFirst(new LateIndex(indexes));
        }
    }

    /** @param rows how many rows of each index the planner is told of */
    private void fillRound(Sql sql, int rows) throws SQLException {
        round.clear();
        for (String table : Upkeep.searchIndexes(sql)) {
            round.add(new Merge(table));
        }
        if (!isBeingFilled(sql)) { // the few rows of now would mislead who asks for the many of later
            for (String analyse : sql.list("PRAGMA optimize(-1)", row -> row.getString(1))) {
                round.add(new Analyse(analyse, rows));
            }
        }
        round.add(new Shrink());
    }

    /** Ends what takes longer than a slice: it is undone, and less is tried the next time. */
    private boolean atMost(long nanos, Sql sql, Step step) throws SQLException {
        long end = System.nanoTime() + nanos;
        ProgressHandler.setHandler(sql.connection(), STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() > end ? 1 : 0;
            }
        });
        try {
            return step.slice(sql);
        } finally {
            ProgressHandler.clearHandler(sql.connection());
        }
    }

    /** So many pages at once as take a part of a slice: how long a page takes depends on the disk. */
    private static final class Dose {
        private static final int MOST = 1 << 10;

        private int pages = 16;
        private long begun;

        int take() {
            begun = System.nanoTime();
            return pages;
        }

        void taken() {
            long took = System.nanoTime() - begun;
            if (took > SLICE_NANOS / 2) {
                less();
            } else if (took < SLICE_NANOS / 8) {
                pages = Math.min(MOST, pages * 2);
            }
        }

        boolean less() {
            boolean some = pages > 1;
            pages = Math.max(1, pages / 2);
            return some;
        }
    }

    /** Makes few segments of a search index out of many. */
    private static final class Merge implements Step {
        private final Dose dose = new Dose();
        private final String statement;

        Merge(String table) {
            String name = Upkeep.quoted(table);
            this.statement = "INSERT INTO " + name + " (" + name + ", rank) VALUES ('merge', ?)";
        }

        @Override
        public boolean slice(Sql sql) throws SQLException {
            long before = sql.number("SELECT total_changes()");
            sql.update(statement, dose.take());
            dose.taken();
            return sql.number("SELECT total_changes()") - before > 1; // fewer: there was nothing to merge
        }

        @Override
        public boolean lessAtOnce() {
            return dose.less();
        }
    }

    /** Has the planner know one table. */
    private static final class Analyse implements Step {
        private final String statement;
        private int rows; // of each index

        Analyse(String statement, int rows) {
            this.statement = statement;
            this.rows = rows;
        }

        @Override
        public boolean slice(Sql sql) throws SQLException {
            sql.number("PRAGMA analysis_limit = " + rows);
            sql.execute(statement);
            return false;
        }

        @Override
        public boolean lessAtOnce() {
            rows /= 2;
            return rows > 10; // fewer say nothing
        }
    }

    /** Makes an index that a first index was written without. */
    private record LateIndex(LateIndexes indexes) implements Step {

        @Override
        public boolean slice(Sql sql) throws SQLException {
            return indexes.makeNext(sql);
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /** A chore of somebody else. */
    private static final class Besides implements Step {
        private final Chore chore;

        Besides(Chore chore) {
            this.chore = chore;
            chore.begin();
        }

        @Override
        public boolean slice(Sql sql) throws SQLException {
            return chore.slice(sql);
        }
    }

    /** Gives back what is free in the file, once that is a good part of it; some is kept to be filled again. */
    private static final class Shrink implements Step {
        private final Dose dose = new Dose();
        private boolean begun;

        @Override
        public boolean slice(Sql sql) throws SQLException {
            long free = sql.number("PRAGMA freelist_count");
            long pages = sql.number("PRAGMA page_count");
            boolean much = free > FEW_FREE_PAGES && free > pages / (begun ? 20 : 10);
            if (!much || sql.number("PRAGMA auto_vacuum") == 0) {
                return false; // 0: a file made by an older version; a backup of it can do this
            }
            begun = true;
            sql.execute("PRAGMA incremental_vacuum(" + dose.take() + ")");
            dose.taken();
            return true;
        }

        @Override
        public boolean lessAtOnce() {
            return dose.less();
        }
    }

    /** Returns when nothing of this uses the database any more. */
    void close() {
        round.clear();
        checkpoints.close();
    }
}

package org.musicplatform.core.library.database;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;

/**
 * Ends statements early. SQLite does not notice by itself that a thread is interrupted; it asks every so many steps, also
 * while it walks a search index.
 */
public final class TimeLimit {

    private static final int STEPS = 10_000;
    private static final int SMALL_STEPS = 200; // of a search index: about 70 pages
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private TimeLimit() {}

    /** Loaded by who needs it: that takes as long as many a query. */
    private static final class Processor {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private Processor() {}

        static long nanos() {
            return THREADS.getCurrentThreadCpuTime();
        }
    }

    /** Ends statements of a connection when somebody wants it, or their thread is interrupted. */
    static void endWhen(Sql sql, BooleanSupplier wanted) throws SQLException {
        sql.endWhen(wanted);
        watch(sql);
    }

    private static void watch(Sql sql) throws SQLException {
        ProgressHandler.setHandler(sql.connection(), STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return isToEnd(sql) ? 1 : 0;
            }
        });
    }

    private static boolean isToEnd(Sql sql) {
        return sql.isToEnd() || Thread.currentThread().isInterrupted();
    }

    /**
     * Asks for what may be given up.
     *
     * @param nanos how much time of the processor it may take: what others take does not make an answer worse, unless it
     *     lasts half a second
     * @return the answer, or null when the time was over before
     */
    public static <T> T within(long nanos, Sql sql, ReaderPool.Query<T> query) throws SQLException {
        watch(sql, nanos);
        try {
            return query.ask(sql);
        } catch (SQLException e) {
            if (Trouble.of(e) != Trouble.INTERRUPTED || isToEnd(sql)) {
                throw e;
            }
            return null;
        } finally {
            watch(sql);
        }
    }

    private static void watch(Sql sql, long nanos) throws SQLException {
        long start = System.nanoTime();
        long cpuStart = Processor.nanos();
        ProgressHandler.setHandler(sql.connection(), SMALL_STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return isOver() || isToEnd(sql) ? 1 : 0;
            }

            private boolean isOver() {
                long passed = System.nanoTime() - start;
                return passed > nanos && (passed > MOST_NANOS || Processor.nanos() - cpuStart > nanos);
            }
        });
    }
}

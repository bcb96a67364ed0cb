package org.musicplatform.core.library.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long something is tried again while others hold the database. SQLite's own waiting lets nobody interrupt it, and
 * looks too rarely for a lock that is only free for moments. Used by one thread, for one undertaking.
 */
public final class Patience {

    private static final long LONGEST_PAUSE_MICROS = 8_000;

    private final long end;

    Patience(Duration most) {
        this.end = System.nanoTime() + most.toNanos();
    }

    /** A piece of work with the database that may be done again when it fails. */
    public interface Attempt<T> {
        T run() throws SQLException;
    }

    /**
     * Tells, after a moment, whether to try once more.
     *
     * @return false when the failure is not one that passes, when time is up, or when the thread is interrupted
     */
    public boolean again(SQLException failure) {
        var trouble = Trouble.of(failure);
        if (!trouble.passes() || System.nanoTime() > end) {
            return false;
        }
        try {
            if (trouble == Trouble.BUSY) {
                // at random: two that wait for each other's moments would go on missing them
                TimeUnit.MICROSECONDS.sleep(1 + ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MICROS));
            }
            return !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Tries until it goes well, or there is no point in it. */
    public <T> T insist(Attempt<T> attempt) throws SQLException {
        while (true) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (!again(e)) {
                    throw e;
                }
            }
        }
    }
}

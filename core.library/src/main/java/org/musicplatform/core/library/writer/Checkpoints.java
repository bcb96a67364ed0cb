package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is in the log into the file. On a thread and a connection of its own, since the disk may take long: the
 * writer goes on meanwhile, and is left the little that it wrote in that time. Used by the writer thread.
 */
final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** How many pages in the log are worth it; the writer itself does what is left at {@link Connections#LOGGED}. */
    private static final int MANY = Connections.LOGGED * 3 / 4;

    private static final int FEW = 1_000;
    private static final int ROUNDS = 3;
    private static final String COUNT = "PRAGMA wal_checkpoint(NOOP)";
    private static final String COPY = "PRAGMA wal_checkpoint(PASSIVE)";
    private static final String EMPTY = "PRAGMA wal_checkpoint(TRUNCATE)";

    private final Connections connections;
    private boolean begun; // for what is in the log now
    private boolean ahead;
    private volatile Thread under; // null when none is under way

    Checkpoints(Connections connections) {
        this.connections = connections;
    }

    private interface Work {
        void run(Sql own) throws SQLException;
    }

    /** Is to begin one after the next commit even if less was written. */
    void ahead() {
        ahead = true;
    }

    /** Begins one, when enough was written since the last one; called after a commit. */
    void written(Sql sql) throws SQLException {
        int logged = sql.first(COUNT, row -> row.getInt(2));
        begun &= logged >= MANY;
        boolean enough = ahead ? logged >= FEW : logged >= MANY && !begun;
        ahead = false;
        if (enough && under == null) {
            begun = true;
            start(Checkpoints::copy);
        }
    }

    /** Copies until little is left: for that the writer does not stop long. */
    private static void copy(Sql own) throws SQLException {
        int left = Integer.MAX_VALUE;
        for (int round = 0; round < ROUNDS && left > FEW; round++) {
            own.number(COPY);
            left = own.first(COUNT, row -> row.getInt(2) - row.getInt(3));
        }
    }

    /** Empties the log; called while nothing is written. */
    void empty() {
        if (under == null && connections.log().toFile().length() > 0) {
            start(own -> {
                own.number("PRAGMA busy_timeout = 0"); // whoever is in the way goes first
                own.number(COPY);
                own.number(EMPTY);
            });
        }
    }

    private void start(Work work) {
        var thread = NamedThreads.single("library-log").newThread(() -> {
            try (var own = connections.writing()) {
                work.run(own);
            } catch (SQLException e) {
                LOG.debug("The log of the library was not brought into its file: {}", e.getMessage());
            } finally {
                under = null;
            }
        });
        under = thread;
        thread.start();
    }

    /** Returns when nothing of this uses the database any more. */
    void close() {
        var thread = under;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

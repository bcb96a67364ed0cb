package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;

/**
 * Opens a file as the library. A marker beside it tells whether it was closed well; after another end its pages are
 * looked at first, for some time at most.
 */
public final class Opening {

    /** How long somebody waits for an opening. */
    public static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int STEPS_BETWEEN_LOOKS = 1_000;

    private final Path database;
    private final Connections connections;
    private final Path marker;
    private final Duration longestLook;
    private boolean lookedAt = true;

    public Opening(Path database, Connections connections, Duration longestLook) {
        this.longestLook = longestLook;
        this.database = database;
        this.connections = connections;
        this.marker = DatabaseFile.beside(database, "open");
    }

    /**
     * Opens it, with the tables of today.
     *
     * @return the connection of the writer
     * @throws SQLException when the disk or another program is in the way
     */
    public Sql open() throws SQLException {
        DatabaseFile.check(database);
        boolean endedWell = !Files.exists(marker) && connections.log().toFile().length() == 0;
        if (!endedWell) {
            DatabaseFile.tellOfLostLog(connections.log());
        }
        mark();
        try {
            var sql = connections.writing();
            connections.patience().insist(() -> {
                Schema.migrate(sql, database);
                return null;
            });
            look(sql, endedWell);
            return sql;
        } catch (SQLException | RuntimeException e) {
            connections.closeAll();
            if (endedWell) {
                closedWell();
            }
            throw e;
        }
    }

    private void mark() throws SQLException {
        try {
            if (!Files.exists(marker)) {
                Files.createFile(marker);
            }
        } catch (IOException e) {
            throw Errors.folderNotWritable(database, e);
        }
    }

    private void look(Sql sql, boolean endedWell) throws SQLException {
        try {
            Upkeep.touch(sql);
            var found = endedWell ? List.<String>of() : pages(sql);
            if (!found.isEmpty() && !Upkeep.forgetSearchIndexes(sql, found)) {
                throw Errors.damaged(database, found.get(0), null);
            }
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.DAMAGED) {
                throw Errors.damaged(database, e.getMessage(), e);
            }
            throw e;
        }
    }

    private List<String> pages(Sql sql) throws SQLException {
        long end = System.nanoTime() + longestLook.toNanos();
        ProgressHandler.setHandler(sql.connection(), STEPS_BETWEEN_LOOKS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() > end ? 1 : 0;
            }
        });
        try {
            return Upkeep.pages(sql);
        } catch (SQLException e) {
            if (Trouble.of(e) != Trouble.INTERRUPTED) {
                throw e;
            }
            lookedAt = false;
            return List.of();
        } finally {
            ProgressHandler.clearHandler(sql.connection());
        }
    }

    /** Tells whether all pages that had to be looked at were; the rest is to be looked at while it is in use. */
    public boolean isLookedAt() {
        return lookedAt;
    }

    /** Notes that no connection is open any more, and all is in the file. */
    public void closedWell() {
        try {
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            LOG.warn("The library is looked at when it is opened next: {} stays ({})", marker, e.getMessage());
        }
    }
}

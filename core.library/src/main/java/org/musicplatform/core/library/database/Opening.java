package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.musicplatform.core.api.library.LibraryMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;

/**
 * Opens a file as the library, with the tables of today. A marker beside it tells whether it was closed well; after
 * another end its pages are looked at first, for some time at most.
 */
public final class Opening {

    /** How long somebody waits for an opening. */
    public static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int STEPS_BETWEEN_LOOKS = 1_000;
    private static final String SAFETY_COPY = "schema-";

    private final Path database;
    private final Connections connections;
    private final Duration longestLook;
    private final boolean migrate;
    private final Path marker;
    private boolean lookedAt;
    private LibraryMigration migration;

    /**
     * @param longestLook how long to look at the pages at most
     * @param migrate whether a library with older tables is brought to those of today; else it is refused
     */
    public Opening(Path database, Connections connections, Duration longestLook, boolean migrate) {
        this.database = database;
        this.connections = connections;
        this.longestLook = longestLook;
        this.migrate = migrate;
        this.marker = DatabaseFile.beside(database, "open");
    }

    /**
     * Opens it.
     *
     * @return the connection of the writer
     * @throws SQLException when the disk or another program is in the way
     */
    public Sql open() throws SQLException {
        finishSuccession();
        int found = DatabaseFile.version(database);
        if (found > 0 && found < Schema.VERSION && !migrate) {
            throw Errors.migrationDue(database, found);
        }
        boolean endedWell = !Files.exists(marker) && connections.log().toFile().length() == 0;
        if (!endedWell) {
            DatabaseFile.tellOfLostLog(connections.log());
        }
        mark();
        try {
            var sql = connections.writing();
            int version = connections.patience().insist(() -> Schema.checkKnown(sql, database));
            look(sql, endedWell);
            migrate(sql, version);
            connections.lateIndexes().learn(sql);
            return sql;
        } catch (SQLException | RuntimeException e) {
            connections.closeAll();
            if (endedWell) {
                closedWell();
            }
            throw e;
        }
    }

    private void finishSuccession() throws SQLException {
        try {
            Succession.finish(database);
        } catch (IOException e) {
            throw Errors.folderNotWritable(database, e);
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
        lookedAt = true;
        try {
            Upkeep.touch(sql);
            var found = endedWell ? List.<String>of() : pages(sql);
            if (!found.isEmpty() && !Upkeep.renewSearchIndexes(sql, found)) {
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

    private void migrate(Sql sql, int version) throws SQLException {
        if (version == Schema.VERSION) {
            return;
        }
        Path copy = version > 0 ? safetyCopy(sql, version) : null;
        long begun = System.nanoTime();
        try {
            connections.patience().insist(() -> {
                Schema.migrate(sql, database);
                return null;
            });
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.STATEMENT) {
                throw Errors.migrationFailed(database, version, copy, e);
            }
            throw e;
        }
        migration = new LibraryMigration(
                version,
                Schema.VERSION,
                Schema.words(version),
                false,
                Duration.ofNanos(System.nanoTime() - begun),
                copy == null ? null : copy.toString(),
                List.of());
        if (copy != null) {
            LOG.info("The library was brought from schema {} to {}; before, it was {}.", version, Schema.VERSION, copy);
        }
    }

    /** Keeps the library as it is before the steps; one such copy is enough. */
    private Path safetyCopy(Sql sql, int version) throws SQLException {
        Path copy = DatabaseFile.beside(database, SAFETY_COPY + version);
        Path part = DatabaseFile.beside(database, SAFETY_COPY + "part");
        String prefix = database.getFileName() + "." + SAFETY_COPY;
        try {
            Files.deleteIfExists(part);
            Backup.copy(sql, part);
            try (var others = Files.newDirectoryStream(
                    part.toAbsolutePath().getParent(),
                    file -> file.getFileName().toString().startsWith(prefix) && !file.endsWith(part.getFileName()))) {
                for (Path other : others) {
                    Files.delete(other);
                }
            }
            return Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Errors.folderNotWritable(database, e);
        }
    }

    /** Returns what was done to bring it to the tables of today; null when nothing was. */
    public LibraryMigration migration() {
        return migration;
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

package org.musicplatform.core.library.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to one database with the settings that all share, and knows those that are open: now and then the
 * file is needed by somebody alone.
 */
public final class Connections {

    /** How long a lock of another program is waited for, before that is told in words. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** At how many pages in the log the writer brings them into the file. */
    public static final int LOGGED = 16_000;

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    // the rest of the waiting is ours: SQLite's own cannot be interrupted
    private static final int BUSY_MILLIS = 50;
    private static final int SECONDS_TO_FINISH = 5;

    private final Path database;
    private final Duration patience;
    private final ReadWriteLock gate = new ReentrantReadWriteLock(); // held to read by whoever asks
    private final Set<Sql> open = ConcurrentHashMap.newKeySet();
    private final LateIndexes lateIndexes = new LateIndexes();
    private volatile boolean wanted; // whether somebody waits to be alone, and those who ask must end
    private volatile boolean logged; // whether the log is in use, and must be there

    public Connections(Path database) {
        this(database, PATIENCE);
    }

    public Connections(Path database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Returns where SQLite writes first what it brings into the file later. */
    public Path log() {
        return DatabaseFile.log(database);
    }

    /** Returns which indexes are still to be made. */
    public LateIndexes lateIndexes() {
        return lateIndexes;
    }

    public Patience patience() {
        return new Patience(patience);
    }

    /** Opens a connection of the writer. */
    public Sql writing() throws SQLException {
        return patience().insist(() -> open(false));
    }

    /** Opens a connection whose statements end when its thread is interrupted, or when somebody has to be alone. */
    public Sql reading() throws SQLException {
        if (logIsGone()) {
            // to be tried again by who asks, out of the way of the writer, who is about to see to it
            throw new SQLiteException("the log was deleted", SQLiteErrorCode.SQLITE_BUSY);
        }
        var sql = patience().insist(() -> open(true));
        TimeLimit.endWhen(sql, () -> wanted);
        return sql;
    }

    private Sql open(boolean readOnly) throws SQLException {
        giveRights(log());
        giveRights(DatabaseFile.logIndex(database));
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setOpenMode(SQLiteOpenMode.NOMUTEX); // one thread at a time uses a connection, and the driver sees to it
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(false); // triggers do what is to be done when a row goes
        config.setCacheSize(-65_536);
        config.setGetGeneratedKeys(false); // the driver would ask for them after each insert
        config.setTempStore(SQLiteConfig.TempStore.MEMORY); // what a statement may undo is noted there, too
        if (readOnly) {
            config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        } else {
            // no memory map: pages that are changed would be looked for in the log each time
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        var sql = new Sql(source.getConnection(), lateIndexes);
        try {
            if (!readOnly) {
                prepare(sql);
            }
            remember(sql);
            return sql;
        } catch (SQLException e) {
            sql.close();
            throw e;
        }
    }

    /** Opens a file that nobody else has and that is thrown away unless all goes well: nothing that is written can be undone. */
    static Sql ofDraft(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setCacheSize(-8_192);
        config.setGetGeneratedKeys(false);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF); // it is forced to the disk when it is complete
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return new Sql(source.getConnection());
    }

    /** Tells whether the file has the right to be written. */
    public boolean mayWrite() {
        return Files.isWritable(database);
    }

    /** What SQLite made beside a file that could not be written then cannot be written either, and stays. */
    private void giveRights(Path companion) {
        boolean lags = Files.exists(companion) && !Files.isWritable(companion) && mayWrite();
        if (lags && !companion.toFile().setWritable(true)) {
            LOG.warn("The file {} may not be written.", companion);
        }
    }

    private void prepare(Sql sql) throws SQLException {
        if (sql.number("PRAGMA page_count") == 0) {
            sql.execute("PRAGMA auto_vacuum = INCREMENTAL"); // an older file takes it over when it is copied
        }
        sql.first("PRAGMA journal_mode = WAL", row -> row.getString(1));
        sql.number("PRAGMA wal_autocheckpoint = " + LOGGED);
        sql.number("SELECT count(*) FROM sqlite_schema"); // makes the log, if nothing did
        logged = Files.exists(log());
    }

    private void remember(Sql sql) throws SQLException {
        for (Sql other : open) {
            if (other.connection().isClosed()) {
                open.remove(other);
            }
        }
        open.add(sql);
    }

    /** Does something with connections of {@link #reading}, while nobody is alone with the file. */
    public <T> T use(Patience.Attempt<T> work) throws SQLException {
        try {
            gate.readLock().lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLiteException("interrupted", SQLiteErrorCode.SQLITE_INTERRUPT);
        }
        try {
            return work.run();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Does something while nobody asks. Those who ask have some time to finish, and are then ended. */
    public <T> T alone(Callable<T> work) throws Exception {
        if (!gate.writeLock().tryLock(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            wanted = true;
            gate.writeLock().lock();
            wanted = false;
        }
        try {
            return work.call();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Closes all connections: the last one brings the log into the file. To be called by who is alone. */
    public void closeAll() {
        close(true);
        close(false); // only one that may write brings it
        open.clear();
        logged = false;
    }

    private void close(boolean readOnly) {
        for (Sql sql : open) {
            try {
                if (sql.connection().isReadOnly() == readOnly) {
                    sql.close();
                }
            } catch (SQLException e) {
                LOG.warn("The library did not close well: {}", e.getMessage());
            }
        }
    }

    /**
     * Tells whether somebody deleted the log while it is in use. What is open still has it; what is opened now would not
     * find what is in it.
     */
    public boolean logIsGone() {
        return logged && !Files.exists(log());
    }
}

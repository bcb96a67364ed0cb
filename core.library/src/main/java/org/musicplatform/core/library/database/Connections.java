package org.musicplatform.core.library.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to one database with the settings that all share. */
public final class Connections {

    /** How long a lock of another program is waited for, before that is told in words. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    // the rest of the waiting is ours: SQLite's own cannot be interrupted
    private static final int BUSY_MILLIS = 50;

    private final Path database;
    private final Duration patience;

    public Connections(Path database) {
        this(database, PATIENCE);
    }

    public Connections(Path database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Returns where SQLite writes first what it brings into the file later. */
    public Path log() {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    public Patience patience() {
        return new Patience(patience);
    }

    public Sql writing() throws SQLException {
        return patience().insist(() -> open(false));
    }

    public Sql reading() throws SQLException {
        return patience().insist(() -> open(true));
    }

    private Sql open(boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setCacheSize(-65_536);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        if (!readOnly) {
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        }
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        var sql = new Sql(source.getConnection());
        try {
            if (!readOnly) {
                prepare(sql);
            }
            return sql;
        } catch (SQLException e) {
            sql.close();
            throw e;
        }
    }

    private static void prepare(Sql sql) throws SQLException {
        // holds for a file that is new; an older one takes it over when it is copied
        sql.execute("PRAGMA auto_vacuum = INCREMENTAL");
        sql.first("PRAGMA journal_mode = WAL", row -> row.getString(1));
        sql.number("PRAGMA wal_autocheckpoint = 16000");
    }
}

package org.musicplatform.core.library.database;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to one database with the settings that all share. */
public final class Connections {

    private final Path database;

    public Connections(Path database) {
        this.database = database;
    }

    public Sql writing() throws SQLException {
        return open(false);
    }

    public Sql reading() throws SQLException {
        return open(true);
    }

    private Sql open(boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(false); // triggers do what is to be done when a row goes
        config.setCacheSize(-65_536);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY); // what a statement may undo is noted there, too
        if (readOnly) {
            config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        } else {
            // no memory map: pages that are changed would be looked for in the log each time
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        var sql = new Sql(source.getConnection());
        try {
            if (!readOnly) {
                sql.number("PRAGMA wal_autocheckpoint = 16000");
            }
            return sql;
        } catch (SQLException e) {
            sql.close();
            throw e;
        }
    }
}

package org.musicplatform.core.library.database;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Kinds of failures of the database, by what helps against them. */
public enum Trouble {
    /** Somebody else holds a lock: waiting helps. */
    BUSY,
    /** What was read is older than what another has written since: beginning again helps, at once. */
    OUTDATED,
    /** The disk, or what may be used of it, is full. */
    FULL,
    /** The file or its folder may not be written. */
    READ_ONLY,
    /** The content of the file is not what it should be. */
    DAMAGED,
    /** The disk does not read or write, or the file cannot be opened. */
    DISK,
    /** The statement was told to stop. */
    INTERRUPTED,
    /** The statement or its values: nothing is wrong with the database. */
    STATEMENT;

    public static Trouble of(SQLException failure) {
        int code = failure.getErrorCode();
        if (code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT.code) {
            return OUTDATED;
        }
        int primary = code & 0xff;
        if (is(primary, SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED, SQLiteErrorCode.SQLITE_PROTOCOL)) {
            return BUSY;
        }
        if (is(primary, SQLiteErrorCode.SQLITE_READONLY)) {
            // another process is about to repair the log, or must
            boolean passing =
                    is(code, SQLiteErrorCode.SQLITE_READONLY_RECOVERY, SQLiteErrorCode.SQLITE_READONLY_CANTINIT);
            return passing ? BUSY : READ_ONLY;
        }
        if (is(primary, SQLiteErrorCode.SQLITE_FULL)) {
            return FULL;
        }
        if (is(primary, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB)) {
            return DAMAGED;
        }
        if (is(primary, SQLiteErrorCode.SQLITE_INTERRUPT)) {
            return INTERRUPTED;
        }
        boolean disk = is(
                primary,
                SQLiteErrorCode.SQLITE_IOERR,
                SQLiteErrorCode.SQLITE_CANTOPEN,
                SQLiteErrorCode.SQLITE_NOMEM,
                SQLiteErrorCode.SQLITE_PERM);
        return disk ? DISK : STATEMENT;
    }

    private static boolean is(int code, SQLiteErrorCode... codes) {
        for (SQLiteErrorCode one : codes) {
            if (code == one.code) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the same may go well when it is tried again. */
    public boolean passes() {
        return this == BUSY || this == OUTDATED;
    }

    /** Tells whether the whole transaction is in doubt, not the statement alone: SQLite may have undone it. */
    public boolean endsTransaction() {
        return this != STATEMENT;
    }

    /** Tells whether a connection may go on failing when the cause is gone. */
    public boolean endsConnection() {
        return this == READ_ONLY || this == DISK || this == DAMAGED;
    }
}

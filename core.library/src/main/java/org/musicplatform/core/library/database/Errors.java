package org.musicplatform.core.library.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.musicplatform.core.api.library.LibraryException;
import org.sqlite.SQLiteErrorCode;

/** The words for what can go wrong with the database. */
public final class Errors {
    private Errors() {}

    public static LibraryException io(SQLException cause) {
        return new LibraryException(
                LibraryException.IO,
                true,
                "The library could not be read or written (" + cause.getMessage()
                        + "). Check that the disk has room and works, then try again.",
                cause);
    }

    public static LibraryException opening(Path database, SQLException cause) {
        int code = cause.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return damaged(database, cause);
        }
        return new LibraryException(
                LibraryException.IO,
                true,
                "The library " + database + " cannot be opened (" + cause.getMessage()
                        + "). Check that its folder can be written.",
                cause);
    }

    public static LibraryException damaged(Path database, Exception cause) {
        return new LibraryException(
                LibraryException.DAMAGED,
                false,
                "The file " + database + " is not a library, or it is damaged; it was left untouched."
                        + " Restore it from a backup, or move it away to begin a new library.",
                cause);
    }

    public static LibraryException newer(Path database, int version) {
        return new LibraryException(
                LibraryException.NEWER_SCHEMA,
                false,
                "The library " + database + " was made by a newer version (schema " + version + ", known is "
                        + Schema.VERSION + "); it was left untouched. Install the newer version again.",
                null);
    }

    public static LibraryException closed() {
        return new LibraryException(
                LibraryException.CLOSED, true, "The library is closed. Ask again when it is back.", null);
    }

    public static LibraryException notFound(Object id) {
        return new LibraryException(
                LibraryException.NOT_FOUND,
                false,
                "There is no " + id + " in the library. List or search again.",
                null);
    }

    public static LibraryException badCursor() {
        return new LibraryException(
                LibraryException.BAD_CURSOR,
                false,
                "The place to go on from is not one that this list gave out. Begin again at the first page.",
                null);
    }

    /** Returns milliseconds as a duration, null for null. */
    public static Duration millis(Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}

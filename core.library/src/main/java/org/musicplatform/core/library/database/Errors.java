package org.musicplatform.core.library.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.musicplatform.core.api.library.LibraryException;

/** The words for what can go wrong with the database. */
public final class Errors {

    private static final String WAYS_BACK = "Restore a backup of it (music restore FILE), take over what can be"
            + " read of it (music restore --salvage), or begin a new one (music restore --new); the file is kept aside.";

    private Errors() {}

    public static LibraryException io(SQLException cause) {
        return switch (Trouble.of(cause)) {
            case BUSY, OUTDATED ->
                new LibraryException(
                        LibraryException.BUSY,
                        true,
                        "Another program keeps the library locked (" + cause.getMessage()
                                + "). Close what has it open, then try again.",
                        cause);
            case FULL ->
                new LibraryException(
                        LibraryException.DISK_FULL,
                        true,
                        "The disk with the library is full. What was stored is safe. Make room, then try again.",
                        cause);
            case READ_ONLY ->
                new LibraryException(
                        LibraryException.READ_ONLY,
                        true,
                        "The library may not be written. Give its file and its folder back the right to be written, then"
                                + " try again.",
                        cause);
            case DAMAGED ->
                new LibraryException(
                        LibraryException.DAMAGED,
                        false,
                        "The library is damaged (" + cause.getMessage() + "). " + WAYS_BACK,
                        cause);
            case DISK, INTERRUPTED, STATEMENT ->
                new LibraryException(
                        LibraryException.IO,
                        true,
                        "The library could not be read or written (" + cause.getMessage()
                                + "). Check that the disk has room and works, then try again.",
                        cause);
        };
    }

    public static LibraryException opening(Path database, SQLException cause) {
        return switch (Trouble.of(cause)) {
            case DAMAGED -> damaged(database, cause.getMessage(), cause);
            case BUSY, OUTDATED, FULL -> io(cause);
            case READ_ONLY, DISK, INTERRUPTED, STATEMENT ->
                new LibraryException(
                        LibraryException.IO,
                        true,
                        "The library " + database + " cannot be opened (" + cause.getMessage()
                                + "). Check that its folder can be written.",
                        cause);
        };
    }

    /** Says in words why something could not be done with the file of a library. */
    public static RuntimeException of(Path database, Exception failure) {
        if (failure instanceof SQLException sql) {
            return opening(database, sql);
        }
        return failure instanceof RuntimeException words
                ? words
                : opening(database, new SQLException(failure.toString(), failure));
    }

    /** @param what what is wrong with it, as the end of a sentence */
    public static LibraryException damaged(Path database, String what, Exception cause) {
        return new LibraryException(
                LibraryException.DAMAGED,
                false,
                "The file " + database + " is not a library, or it is damaged (" + what.replace('\n', ' ')
                        + "); it was left as it is. " + WAYS_BACK,
                cause);
    }

    public static LibraryException onlyTheLog(Path database, Path log) {
        return new LibraryException(
                LibraryException.DAMAGED,
                false,
                "The library " + database + " is gone, but its log " + log
                        + " is there. Put the library back beside its"
                        + " log; or move the log away to begin a new library.",
                null);
    }

    public static LibraryException inUse(Path database, String owner, Exception cause) {
        return new LibraryException(
                LibraryException.IN_USE,
                true,
                "The library " + database + " is in use by " + owner + ". Close that one first.",
                cause);
    }

    public static LibraryException openElsewhere(Path database) {
        return inUse(database, "another program that has the file open", null);
    }

    public static LibraryException beingIndexed() {
        return new LibraryException(
                LibraryException.IN_USE, true, "A source is being indexed. Cancel that, or wait until it ends.", null);
    }

    /** @param what what is wrong with it, as the end of a sentence */
    public static LibraryException badBackup(Path backup, String code, String what, Exception cause) {
        return new LibraryException(
                code,
                false,
                "The backup " + backup + " cannot be restored (" + what.replace('\n', ' ')
                        + "). Nothing was changed. Choose another one.",
                cause);
    }

    public static LibraryException migrationDue(Path database, int version) {
        return new LibraryException(
                LibraryException.MIGRATION_DUE,
                false,
                "The library " + database + " has the tables of an older version (schema " + version + ", known is "
                        + Schema.VERSION + "); it was left untouched. See what is to be done to it with music migrate"
                        + " --dry-run, and have it done with music migrate.",
                null);
    }

    /** @param copy the library as it was before, null when there is none */
    public static LibraryException migrationFailed(Path database, int version, Path copy, SQLException cause) {
        return new LibraryException(
                LibraryException.MIGRATION_FAILED,
                false,
                "The library " + database + " could not be brought from schema " + version + " to " + Schema.VERSION
                        + " (" + cause.getMessage() + "); the step that failed was undone."
                        + (copy == null ? "" : " As it was before, it is kept in " + copy + ".")
                        + " Use the older version of the program until that is solved.",
                cause);
    }

    public static LibraryException networkDrive(Path database, String type) {
        return new LibraryException(
                LibraryException.NETWORK_DRIVE,
                false,
                "The library " + database + " lies on a network drive (" + type
                        + "), where databases get damaged. Choose"
                        + " a home on a disk of this computer; music itself may lie anywhere. If you know that locks work"
                        + " there and no other computer uses it, set the system property " + Drives.PROPERTY
                        + " to allow.",
                null);
    }

    public static LibraryException folderNotWritable(Path database, Exception cause) {
        return new LibraryException(
                LibraryException.READ_ONLY,
                true,
                "The folder " + database.toAbsolutePath().getParent()
                        + " with the library may not be written. Give it back the right to be written, then try again.",
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

    public static LibraryException replaced() {
        return new LibraryException(
                LibraryException.CLOSED, true, "The library is just being put in order. Ask again.", null);
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

    /** A file is there already, and is not gone over. */
    public static LibraryException exists(Path file) {
        return new LibraryException(
                LibraryException.FILE_EXISTS, false, file + " exists already; name a new file.", null);
    }

    /**
     * A file could not be written.
     *
     * @param what begins the sentence: what it is and how a person knows it
     */
    public static LibraryException notWritten(String what, Exception cause) {
        return new LibraryException(
                LibraryException.IO,
                true,
                what + " could not be written (" + cause.getMessage()
                        + "). Check that the folder is there and the disk has room.",
                cause);
    }
}

package org.musicplatform.core.api.library;

import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.ErrorDomain;

/** The library cannot be opened, asked or written. */
public class LibraryException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** Code: another process has the library open. */
    public static final String IN_USE = "library-in-use";

    /** Code: the database was made by a newer version; it was left untouched. */
    public static final String NEWER_SCHEMA = "newer-schema";

    /** Code: the file is not a library, or it is damaged; it was left untouched. */
    public static final String DAMAGED = "library-damaged";

    /** Code: reading or writing the database failed. */
    public static final String IO = "library-io";

    /** Code: another program keeps the library locked for too long. */
    public static final String BUSY = "library-busy";

    /** Code: the disk is full; what was stored is safe. */
    public static final String DISK_FULL = "disk-full";

    /** Code: the file or its folder may not be written. */
    public static final String READ_ONLY = "library-read-only";

    /** Code: the database lies on a network drive, where it would get damaged; it was left untouched. */
    public static final String NETWORK_DRIVE = "network-drive";

    /** Code: the library has the tables of an older version, and is to be brought to those of today on order alone. */
    public static final String MIGRATION_DUE = "migration-due";

    /** Code: a step to the tables of today failed; the library is as it was before that step. */
    public static final String MIGRATION_FAILED = "migration-failed";

    /** Code: what was asked for by its id or its place is not in the library. */
    public static final String NOT_FOUND = "not-found";

    /** Code: a cursor that is not one of {@link Page#next}. */
    public static final String BAD_CURSOR = "bad-cursor";

    /** Code: the library is closed. */
    public static final String CLOSED = "library-closed";

    /** A file that should be made exists. */
    public static final String FILE_EXISTS = "file-exists";

    /** There is a playlist or a listener of this name. */
    public static final String NAME_TAKEN = "name-taken";

    /** Code: it is as it should be already, or cannot be done to that. */
    public static final String NOTHING_TO_DO = "nothing-to-do";

    /** A file is no playlist. */
    public static final String BAD_PLAYLIST = "bad-playlist";

    /** Code: rules say what is in the playlist, or it has none. */
    public static final String SMART_PLAYLIST = "smart-playlist";

    /** Code: a file holds no user data, or of a newer version. */
    public static final String BAD_USER_DATA = "bad-user-data";

    /** Code: bytes are no picture, or too many. */
    public static final String BAD_ARTWORK = "bad-artwork";

    /** Code: the file of a picture is gone or damaged; it can be put again. */
    public static final String ARTWORK_GONE = "artwork-gone";

    /**
     * Creates an error.
     *
     * @param code one of the constants here, not null
     * @param retryable whether trying again makes sense
     * @param message what is wrong and what to do, not null
     * @param cause what led to it, or null
     */
    public LibraryException(String code, boolean retryable, String message, Throwable cause) {
        super(ErrorDomain.LIBRARY, code, retryable, message, cause);
    }
}

package org.musicplatform.core.api.source;

import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.ErrorDomain;

/** A source, or an item of it, cannot be used. */
public class SourceException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** Code: the source cannot be reached now, e.g. a drive that is not plugged in. */
    public static final String UNAVAILABLE = "source-unavailable";

    /** Code: there is nothing at the given location, or no such item. */
    public static final String NOT_FOUND = "not-found";

    /** Code: the location is something else than a source, e.g. a file where a folder is wanted. */
    public static final String NOT_A_SOURCE = "not-a-source";

    /** Code: reading is not permitted. */
    public static final String ACCESS_DENIED = "access-denied";

    /** Code: the change cursor is no longer valid; a full listing is needed. */
    public static final String CURSOR_EXPIRED = "cursor-expired";

    /**
     * Creates an error.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong with what, and what to do, not null
     * @param cause what led to it, or null
     */
    public SourceException(String code, String message, Throwable cause) {
        super(ErrorDomain.SOURCE, code, UNAVAILABLE.equals(code), message, cause);
    }

    /**
     * Creates an error without a cause.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong with what, and what to do, not null
     */
    public SourceException(String code, String message) {
        this(code, message, null);
    }
}

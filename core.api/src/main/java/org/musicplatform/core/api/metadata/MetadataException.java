package org.musicplatform.core.api.metadata;

import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.ErrorDomain;

/** The tags of a file could not be read. */
public class MetadataException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** Code: no reader is installed for this format, or it is no audio at all. */
    public static final String UNSUPPORTED_FORMAT = "unsupported-format";

    /** Code: the file is damaged, or cut. */
    public static final String CORRUPT = "corrupt-file";

    /** Code: the file asked for more time or memory than one file gets. */
    public static final String TOO_EXPENSIVE = "budget-exceeded";

    /** Code: the bytes could not be read. */
    public static final String UNREADABLE = "unreadable-file";

    /** Code: the file has no such picture. */
    public static final String NOT_FOUND = "not-found";

    /** Code: the reader itself failed. */
    public static final String READER_FAILED = "reader-failed";

    /**
     * Creates an error.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong, without the file's name, not null
     * @param cause what led to it, or null
     */
    public MetadataException(String code, String message, Throwable cause) {
        super(ErrorDomain.METADATA, code, UNREADABLE.equals(code), message, cause);
    }

    /**
     * Creates an error without a cause.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong, without the file's name, not null
     */
    public MetadataException(String code, String message) {
        this(code, message, null);
    }
}

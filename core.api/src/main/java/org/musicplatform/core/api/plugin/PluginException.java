package org.musicplatform.core.api.plugin;

import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.ErrorDomain;

/** A plug-in cannot be taken in or out. What was there before is there still. */
public class PluginException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** Code: the file is no bundle. */
    public static final String NOT_A_BUNDLE = "not-a-bundle";

    /** Code: it needs something that is not here. */
    public static final String UNRESOLVED = "unresolved-bundle";

    /** Code: it failed, or did not come to an end, when it was started. */
    public static final String START_FAILED = "start-failed";

    /** Code: a part of the core itself has this name. */
    public static final String NAME_TAKEN = "name-taken";

    /** Code: there is no such plug-in. */
    public static final String NOT_FOUND = "not-found";

    /** Code: the file cannot be read, or the folder of plug-ins cannot be written. */
    public static final String UNREADABLE = "unreadable-file";

    /**
     * Creates an error.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong with what, and what to do, not null
     * @param cause what led to it, or null
     */
    public PluginException(String code, String message, Throwable cause) {
        super(ErrorDomain.CORE, code, false, message, cause);
    }

    /**
     * Creates an error without a cause.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong with what, and what to do, not null
     */
    public PluginException(String code, String message) {
        this(code, message, null);
    }
}

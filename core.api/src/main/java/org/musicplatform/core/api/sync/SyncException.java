package org.musicplatform.core.api.sync;

import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.ErrorDomain;

/** Indexing cannot start or go on. */
public class SyncException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** Code: another job works on one of the sources. */
    public static final String IN_PROGRESS = "sync-in-progress";

    /** Code: no such job. */
    public static final String JOB_NOT_FOUND = "job-not-found";

    /** Code: the source waits for no decision. */
    public static final String NOT_HELD = "not-held";

    /** Code: the job stopped because the core is shutting down. */
    public static final String STOPPED = "stopped";

    /**
     * Creates an error.
     *
     * @param code one of the constants here, not null
     * @param retryable whether trying again makes sense
     * @param message what is wrong and what to do, not null
     */
    public SyncException(String code, boolean retryable, String message) {
        super(ErrorDomain.SYNC, code, retryable, message);
    }
}

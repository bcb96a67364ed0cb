package org.musicplatform.core.api.bridge;

import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.ErrorDomain;

/** A service of the platform failed. */
public class BridgeException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** Code: reading or writing failed. */
    public static final String IO = "io";

    /** Code: the stored value has another type than the one asked for. */
    public static final String WRONG_TYPE = "wrong-type";

    /** Code: the key or name is not allowed. */
    public static final String BAD_NAME = "bad-name";

    /**
     * Creates an error.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong with what, and what to do, not null
     * @param cause what led to it, or null
     */
    public BridgeException(String code, String message, Throwable cause) {
        super(ErrorDomain.BRIDGE, code, IO.equals(code), message, cause);
    }
}

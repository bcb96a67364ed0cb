package org.musicplatform.core.api;

import java.util.Objects;

/**
 * The one error type of the core: a sentence for people and a stable code for programs.
 *
 * <p>The message names what went wrong and what to do. The pair {@link #domain()} and {@link #code()} never changes
 * between versions; a host translates by {@link #messageKey()}.
 */
public class CoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorDomain domain;
    private final String code;
    private final boolean retryable;

    /**
     * Creates an error.
     *
     * @param domain where it comes from, not null
     * @param code stable code in lower case with hyphens, unique in its domain, not null
     * @param retryable whether the same call may succeed later without a change by a person
     * @param message one or two sentences for people, not null
     */
    public CoreException(ErrorDomain domain, String code, boolean retryable, String message) {
        this(domain, code, retryable, message, null);
    }

    /**
     * Creates an error with a cause.
     *
     * @param domain where it comes from, not null
     * @param code stable code in lower case with hyphens, unique in its domain, not null
     * @param retryable whether the same call may succeed later without a change by a person
     * @param message one or two sentences for people, not null
     * @param cause what led to it, or null
     */
    public CoreException(ErrorDomain domain, String code, boolean retryable, String message, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.domain = Objects.requireNonNull(domain, "domain");
        this.code = Objects.requireNonNull(code, "code");
        this.retryable = retryable;
    }

    /**
     * Returns where the error comes from.
     *
     * @return never null
     */
    public ErrorDomain domain() {
        return domain;
    }

    /**
     * Returns the stable code, unique in its domain.
     *
     * @return lower case with hyphens, never null
     */
    public String code() {
        return code;
    }

    /**
     * Tells whether the same call may succeed later without a change by a person.
     *
     * @return true when trying again makes sense
     */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Returns the key under which a host finds the text of this error in its own language.
     *
     * @return {@code domain.code} in lower case, never null
     */
    public String messageKey() {
        return domain.name().toLowerCase(java.util.Locale.ROOT) + "." + code;
    }
}

package org.musicplatform.embedded;

/** The core cannot be embedded; the message says why and what to do. Nothing of it runs. */
public class EmbeddedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error.
     *
     * @param message what is wrong, and what to do, not null
     * @param cause what led to it, or null
     */
    public EmbeddedException(String message, Throwable cause) {
        super(message, cause);
    }
}

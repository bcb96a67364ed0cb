package org.musicplatform.hosts.shell;

/** A command could not do what it was asked for. */
final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable code for {@code --json}
     * @param message what is wrong, and what to do
     */
    CommandFailedException(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}

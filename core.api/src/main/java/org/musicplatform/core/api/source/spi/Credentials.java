package org.musicplatform.core.api.source.spi;

import java.util.function.Supplier;

/**
 * What proves the right to read a source. Never printed.
 *
 * <p>The token is asked for at each request, so that one renewed meanwhile is used at once.
 */
public final class Credentials {

    /** For sources that need none. */
    public static final Credentials NONE = new Credentials(() -> null);

    private final Supplier<String> token;

    /**
     * Creates credentials.
     *
     * @param token returns the bearer token valid now, or null; thread-safe; not null
     */
    public Credentials(Supplier<String> token) {
        this.token = token;
    }

    /**
     * Returns the token that is valid now.
     *
     * @return the token, or null when there is none
     */
    public String token() {
        return token.get();
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}

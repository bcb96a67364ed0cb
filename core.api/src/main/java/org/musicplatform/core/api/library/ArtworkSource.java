package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a picture was looked for.
 *
 * @param kind what it is to show, not null
 * @param origin {@link StoredArtwork#USER}, {@link StoredArtwork#EMBEDDED}, {@link StoredArtwork#FOLDER} or the name of a
 *     service, not null
 * @param state what tells whether the same would be found again, e.g. the version of a file; null when nothing does
 * @param askAgain after how long it is to be looked for there again, null for never
 */
public record ArtworkSource(ArtworkKind kind, String origin, String state, Duration askAgain) implements Serializable {

    /** How many characters a state may have. */
    public static final int MAX_STATE = 200;

    public ArtworkSource {
        Objects.requireNonNull(kind, "kind");
        if (origin.isBlank() || origin.length() > LookUp.MAX_SERVICE) {
            throw new IllegalArgumentException("an origin has 1 to " + LookUp.MAX_SERVICE + " characters");
        }
        if (state != null && state.length() > MAX_STATE) {
            throw new IllegalArgumentException("a state has at most " + MAX_STATE + " characters");
        }
        if (askAgain != null && askAgain.isNegative()) {
            throw new IllegalArgumentException("nothing can be asked again before it was asked: " + askAgain);
        }
    }

    /**
     * A person.
     *
     * @param kind what the picture shows, not null
     * @return the source
     */
    public static ArtworkSource user(ArtworkKind kind) {
        return new ArtworkSource(kind, StoredArtwork.USER, null, null);
    }

    /**
     * A service.
     *
     * @param kind what the picture is to show, not null
     * @param name of the service, not null
     * @param askAgain after how long it is to be asked again, null for never
     * @return the source
     */
    public static ArtworkSource service(ArtworkKind kind, String name, Duration askAgain) {
        return new ArtworkSource(kind, name, null, askAgain);
    }
}

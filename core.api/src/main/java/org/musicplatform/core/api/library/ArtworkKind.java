package org.musicplatform.core.api.library;

/**
 * What a picture shows.
 *
 * <p>New constants may be added in a minor version: switch over this type with a default branch.
 */
public enum ArtworkKind {
    /** The front cover, or the face of whatever it is. */
    FRONT(3),
    /** The back cover. */
    BACK(4),
    /** A page of the booklet. */
    BOOKLET(5),
    /** The disc itself. */
    DISC(6),
    /** An artist. */
    ARTIST(8),
    /** A band or an orchestra. */
    BAND(10),
    /** The logo of an artist. */
    LOGO(19),
    /** Anything else. */
    OTHER(0);

    private final int type;

    ArtworkKind(int type) {
        this.type = type;
    }

    /**
     * Finds what a picture in a file shows.
     *
     * @param type the ID3v2 APIC number
     * @return the kind, {@link #OTHER} for one that has no constant here
     */
    public static ArtworkKind ofType(int type) {
        for (ArtworkKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        return OTHER;
    }
}

package org.musicplatform.core.library.track;

/** Why a track is on its album, with the number by which rows tell it and the words for people. */
public enum Bound {
    NONE(0, ""),
    FIRST(1, "The first track with this album."),
    SAME_RELEASE(2, "The same MusicBrainz release."),
    SAME_FOLDER(3, "The same album title in the same folder."),
    SAME_ARTIST(4, "The same album title and album artist."),
    COMPILATION(5, "The same album title, marked as a compilation."),
    SAME_TITLE(6, "The same album title."),
    PERSON(7, "A person put it there.");

    private final int code;
    private final String words;

    Bound(int code, String words) {
        this.code = code;
        this.words = words;
    }

    public int code() {
        return code;
    }

    public String words() {
        return words;
    }

    /** Returns the words for people, also where there is no reason. */
    public String explained() {
        return words.isEmpty() ? "It was so before reasons were noted." : words;
    }

    public static Bound of(int code) {
        for (Bound bound : values()) {
            if (bound.code == code) {
                return bound;
            }
        }
        throw new IllegalArgumentException("no reason has the number " + code);
    }
}

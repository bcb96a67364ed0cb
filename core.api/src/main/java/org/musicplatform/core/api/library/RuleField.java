package org.musicplatform.core.api.library;

import java.util.Locale;

/** What a rule of a smart playlist asks of a track. */
public enum RuleField {
    /** Its title. */
    TITLE(Kind.TEXT),
    /** Any of its artists, whatever their role. */
    ARTIST(Kind.TEXT),
    /** The title of its album. */
    ALBUM(Kind.TEXT),
    /** The artist of its album. */
    ALBUM_ARTIST(Kind.TEXT),
    /** Any of its genres. */
    GENRE(Kind.TEXT),
    /** The name of a source that has a file of it. */
    SOURCE(Kind.TEXT),
    /** The path, in its source, of a folder that has a file of it; folders below count as in the folder. */
    FOLDER(Kind.TEXT),
    /** Container or codec of a file of it. */
    FORMAT(Kind.TEXT),
    /** Year of release. */
    YEAR(Kind.NUMBER),
    /** Its number on the disc. */
    TRACK(Kind.NUMBER),
    /** The number of its disc. */
    DISC(Kind.NUMBER),
    /** How many stars it has; not rated is empty. */
    RATING(Kind.NUMBER),
    /** How often it was played. */
    PLAYS(Kind.NUMBER),
    /** Playing time. */
    DURATION(Kind.LENGTH),
    /** When it came into the library. */
    ADDED(Kind.DATE),
    /** When it was played last. */
    PLAYED(Kind.DATE),
    /** Whether it is a favourite. */
    FAVOURITE(Kind.YES_NO),
    /** Whether all its files are missing: such tracks are listed only by rules that ask for it. */
    MISSING(Kind.YES_NO);

    /** What values of a field look like. */
    public enum Kind {
        /** Any text; case, accents, marks and a leading article do not count. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Seconds, {@code m:ss} or {@code h:mm:ss}. */
        LENGTH,
        /** A day as {@code yyyy-MM-dd}, in UTC. */
        DATE,
        /** {@code yes} or {@code no}. */
        YES_NO
    }

    private final Kind kind;

    RuleField(Kind kind) {
        this.kind = kind;
    }

    /**
     * Returns what its values look like.
     *
     * @return never null
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns its name in the text form of rules, e.g. {@code album-artist}.
     *
     * @return never null
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.musicplatform.core.library.track;

/** Why a file is one of its track, with the number by which rows tell it and the words for people. */
public enum FileBound {
    /** Rows from before this was noted. */
    NONE(0, "It was so before reasons were noted."),
    FIRST(1, "It was the first file of the track."),
    SAME_ITEM(2, "Its source says that it is a known file under another name."),
    SAME_CONTENT(3, "It has the content of a file of the track that vanished."),
    SAME_RECORDING(4, "It has the same MusicBrainz recording and length."),
    SAME_TAGS(5, "It has the same title, artist, album, number and length."),
    SHEET(6, "A sheet cuts the track from it."),
    MERGED(7, "A person put it there."),
    SPLIT(8, "A person made it a track of its own."),
    SAME_BYTES(9, "It holds the same bytes as another file of the track.");

    /** In SQL, of files named {@code f} or of the one table: whether a person decided it. */
    public static final String BY_PERSON = "bound IN (" + MERGED.code + ", " + SPLIT.code + ")";

    private static final FileBound[] BY_CODE = values();

    private final int code;
    private final String words;

    FileBound(int code, String words) {
        this.code = code;
        this.words = words;
    }

    public int code() {
        return code;
    }

    public String words() {
        return words;
    }

    /** Tells whether a person decided it: nothing else does then. */
    public boolean isByPerson() {
        return this == MERGED || this == SPLIT;
    }

    /** Returns what stays of a reason when a better one comes: that of a person does. */
    public FileBound or(FileBound next) {
        return isByPerson() ? this : next;
    }

    /** Returns why a file is one of its track when its source gives it another name; any reason but the weakest stays. */
    public FileBound whenMoved() {
        return this == FIRST ? SAME_ITEM : this;
    }

    public static FileBound of(int code) {
        return BY_CODE[code];
    }
}

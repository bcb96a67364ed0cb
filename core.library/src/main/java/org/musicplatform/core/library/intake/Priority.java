package org.musicplatform.core.library.intake;

/** In which order files are read: the numbers that stand in their rows. */
final class Priority {

    /** Somebody looks at its folder. */
    static final int JUST_IN_TIME = 0;

    static final int NEW = 1;
    static final int CHANGED = 2;

    /** Read again though nothing tells that it changed. */
    static final int AGAIN = 3;

    private Priority() {}
}

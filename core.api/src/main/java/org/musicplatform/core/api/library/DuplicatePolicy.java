package org.musicplatform.core.api.library;

/** What becomes of files that hold the same bytes and are different tracks. None of them is ever deleted. */
public enum DuplicatePolicy {
    /** They stay different tracks, and no file is read to find them unless a job is asked to. */
    KEEP_BOTH,
    /**
     * They become one track with several files: that of the file that was changed last, which has all that was said of
     * the others then. {@link Curation#undo} takes it back.
     */
    KEEP_NEWEST,
    /** They stay different tracks until a person decides. */
    ASK
}

package org.musicplatform.core.api.library;

/** How a file of the library is. */
public enum FileState {
    /** Listed, its tags are still to be read; shown under its name. */
    QUEUED,
    /** Its tags were read. */
    READY,
    /** Its tags were read in part. */
    PARTIAL,
    /** Its tags could not be read; looked at again when it changes. */
    FAILED,
    /** It was there once. */
    MISSING
}

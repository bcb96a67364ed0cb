package org.musicplatform.core.api.source;

/** Why bytes are read; decides about caching and about who waits for whom. */
public enum Purpose {
    /** Reading tags: a few ranges near the ends. */
    TAGS,
    /**
     * Reading tags of many files: as {@link #TAGS}, but behind everything else. Who reads for it limits the time by
     * itself, opening included.
     */
    SCAN,
    /** Playing: forward, soon, ahead of everything else. */
    PLAYBACK,
    /** Copying the whole file. */
    DOWNLOAD
}

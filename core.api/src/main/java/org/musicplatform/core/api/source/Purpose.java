package org.musicplatform.core.api.source;

/** Why bytes are read; decides about caching and about who waits for whom. */
public enum Purpose {
    /** Reading tags: a few ranges near the ends. */
    TAGS,
    /** Playing: forward, soon, ahead of everything else. */
    PLAYBACK,
    /** Copying the whole file. */
    DOWNLOAD
}

package org.musicplatform.core.api;

/** The part of the core that an error comes from. */
public enum ErrorDomain {
    /** Wiring, capabilities, configuration. */
    CORE,
    /** A source and its connection. */
    SOURCE,
    /** The library and its database. */
    LIBRARY,
    /** Indexing jobs. */
    SYNC,
    /** Tags, artwork, lyrics. */
    METADATA,
    /** Decoding and playing. */
    PLAYBACK,
    /** Signing in. */
    AUTH,
    /** Services of the platform: files, settings, state. */
    BRIDGE
}

package org.musicplatform.core.api;

/**
 * A part of the core that can be absent or come and go at run time.
 *
 * <p>New constants may be added in a minor version: switch over this type with a default branch.
 */
public enum Capability {
    /** The library: database, search, browsing. */
    LIBRARY,
    /** Indexing of sources and keeping up with them. */
    SYNC,
    /** Reading of tags from files. */
    METADATA,
    /** Opening the bytes of files, wherever they lie. */
    CONTENT,
    /** Playing. */
    PLAYBACK,
    /** At least one decoder. */
    DECODERS,
    /** At least one output for sound. */
    OUTPUTS,
    /** At least one kind of source to index. */
    SOURCES,
    /** Directories for data and cache on this machine. */
    FILE_SYSTEM,
    /** Settings that a person changes. */
    SETTINGS,
    /** Small durable state of the core itself. */
    STATE,
    /** Taking plug-ins in and out. */
    PLUGINS,
    /** Delivery of events. */
    EVENTS
}

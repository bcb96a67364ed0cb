package org.musicplatform.core.api.source;

/** What a kind of source can do; indexing chooses its way by it. */
public enum SourceCapability {
    /** {@code changes(cursor)} works: a later look costs what changed, not what is there. */
    DELTA,
    /** Item ids survive renaming and moving. */
    STABLE_IDS,
    /** The etag of an item survives renaming and moving, and tells one content from every other in the source. */
    ETAG_SURVIVES_MOVE,
    /** Items carry a hash of their content. */
    CONTENT_HASH
}

package org.musicplatform.core.api.source;

/** What a source can do beside listing and reading; indexing chooses its way by it. */
public enum SourceCapability {
    /** {@code changes(cursor)} works: a later look costs what changed, not what is there. */
    DELTA,
    /** Item ids survive renaming and moving. */
    STABLE_IDS,
    /**
     * Item ids are paths: the id of a folder ends with {@code /} and begins the ids of all that lies below it. So what
     * a complete listing of a folder does not show below that id is gone.
     */
    PATH_IDS,
    /** The etag of an item survives renaming and moving, and tells one content from every other in the source. */
    ETAG_SURVIVES_MOVE,
    /** Reading a range costs what the range holds, not what lies before it. */
    RANGE_READS,
    /** Sessions are {@link org.musicplatform.core.api.source.spi.FolderSession}s: one folder can be listed by itself. */
    FOLDER_LISTING
}

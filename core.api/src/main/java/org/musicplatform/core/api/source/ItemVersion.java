package org.musicplatform.core.api.source;

import java.io.Serializable;
import java.time.Instant;

/**
 * What tells one state of a file from another without reading it. Two equal versions hold the same bytes.
 *
 * @param size length in bytes, or -1 when the source does not tell
 * @param modified last change, or null when the source does not tell
 * @param etag opaque tag of the content, or null when the source has none
 * @param hash content hash as {@code kind:value}, e.g. {@code md5:9e10…}, or null when the source has none
 */
public record ItemVersion(long size, Instant modified, String etag, String hash) implements Serializable {

    /** Nothing is known. */
    public static final ItemVersion UNKNOWN = new ItemVersion(-1, null, null, null);
}

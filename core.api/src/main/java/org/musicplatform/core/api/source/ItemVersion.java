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

    /**
     * Tells whether a file that had one version holds the same bytes at another, so that it need not be read again.
     *
     * <p>The first of these that both versions tell decides, for files of one size: hashes of one kind, the time of the
     * last change, the etag. A drive that is mounted anew may give new etags to files that did not change. Where both
     * tell none of these, only equal versions are the same.
     *
     * @param other the version at another look, not null
     * @return true when the content is the same
     */
    public boolean sameContentAs(ItemVersion other) {
        if (size != other.size) {
            return false;
        }
        if (hash != null && other.hash != null && kind(hash).equals(kind(other.hash))) {
            return hash.equals(other.hash);
        }
        if (modified != null && other.modified != null) {
            return modified.equals(other.modified);
        }
        if (etag != null && other.etag != null) {
            return etag.equals(other.etag);
        }
        return equals(other);
    }

    private static String kind(String hash) {
        return hash.substring(0, Math.max(0, hash.indexOf(':')));
    }
}

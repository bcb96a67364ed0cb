package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * What the library holds.
 *
 * @param tracks tracks that are there
 * @param albums albums with a track that is there
 * @param artists artists on a track that is there
 * @param files files that are there
 * @param missing files that were there once
 * @param failed files whose tags could not be read
 */
public record LibraryCounts(long tracks, long albums, long artists, long files, long missing, long failed)
        implements Serializable {}

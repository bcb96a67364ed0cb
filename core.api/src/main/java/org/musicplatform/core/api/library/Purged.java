package org.musicplatform.core.api.library;

import java.io.Serializable;

/**
 * What was removed for good.
 *
 * @param files missing files
 * @param tracks tracks without any file
 * @param albums albums without any track
 * @param folders folders without any file
 * @param kept tracks without a file that stay for what was said of them
 */
public record Purged(int files, int tracks, int albums, int folders, int kept) implements Serializable {}

package org.musicplatform.core.library.search;

/**
 * What search knows of a track, folded.
 *
 * @param title its title
 * @param artist who is on it
 * @param album its album, and whose that is
 */
public record TrackText(String title, String artist, String album) {}

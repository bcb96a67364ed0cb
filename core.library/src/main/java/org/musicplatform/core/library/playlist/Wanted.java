package org.musicplatform.core.library.playlist;

import java.time.Duration;

/**
 * What is known of a track that is looked for. What is not known is null.
 *
 * @param location its file: a path from the root with slashes, or a URI
 * @param content what tells the content of its file, as {@link #content} writes it
 * @param recording its MusicBrainz recording, lower case
 * @param title its title
 * @param artist its artist as shown
 * @param album the title of its album
 * @param disc its disc
 * @param number its number on the disc
 * @param duration its length
 */
public record Wanted(
        String location,
        String content,
        String recording,
        String title,
        String artist,
        String album,
        Integer disc,
        Integer number,
        Duration duration) {

    private static final long SAME_LENGTH_MILLIS = 5_000;

    /** What a playlist tells of a track. */
    public static Wanted of(PlaylistItem item) {
        return new Wanted(
                item.location(),
                null,
                item.recording(),
                item.title(),
                item.artist(),
                item.album(),
                null,
                null,
                item.duration());
    }

    /** Returns what tells the content of a file and where in it a track begins; null when nothing does. */
    public static String content(String hash, String etag, long size, long clipStart) {
        return hash == null && etag == null
                ? null
                : (hash == null ? "etag " + etag : "hash " + hash) + " " + size + " " + clipStart;
    }

    /** Tells whether it has a length like another one, as far as both are known. */
    boolean isAsLong(Long millis) {
        return duration == null || millis == null || Math.abs(millis - duration.toMillis()) <= SAME_LENGTH_MILLIS;
    }
}

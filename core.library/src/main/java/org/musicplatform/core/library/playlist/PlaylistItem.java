package org.musicplatform.core.library.playlist;

import java.time.Duration;

/**
 * What a playlist file tells of an entry.
 *
 * @param location a path or a URI as the file has it; empty when it tells none
 * @param title or null
 * @param artist or null
 * @param album or null
 * @param duration or null
 * @param recording its MusicBrainz recording, lower case, or null
 */
public record PlaylistItem(
        String location, String title, String artist, String album, Duration duration, String recording) {}

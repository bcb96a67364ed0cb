package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * An entry of a playlist. It outlives its track: what was known of it is shown until it is there again.
 *
 * @param id its id, not null; of a smart playlist the number of its track, which names no entry to move or take out
 * @param track its track, or null when an imported entry fits none
 * @param present whether the track can be played now
 * @param title what to show, not null
 * @param artist who to show, or null
 * @param album the album to show, or null
 * @param duration playing time, or null when not known
 * @param location where an imported entry said that its file lies, or null
 */
public record PlaylistEntry(
        PlaylistEntryId id,
        TrackId track,
        boolean present,
        String title,
        String artist,
        String album,
        Duration duration,
        String location)
        implements Serializable {

    public PlaylistEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
    }
}

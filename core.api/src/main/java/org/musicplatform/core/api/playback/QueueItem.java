package org.musicplatform.core.api.playback;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.source.FileRef;

/**
 * A place in a queue. The same track may have several.
 *
 * @param id number of the place, unique in its queue
 * @param track the track of the library, or null for a file that was queued itself
 * @param file the file that was queued itself, or null for a track
 * @param title what to show, not null
 * @param artist who to show, or null
 * @param duration length, or null when not known
 */
public record QueueItem(long id, TrackId track, FileRef file, String title, String artist, Duration duration)
        implements Serializable {

    public QueueItem {
        if ((track == null) == (file == null)) {
            throw new IllegalArgumentException("an item is a track or a file, one of both");
        }
        Objects.requireNonNull(title, "title");
    }
}

package org.musicplatform.core.playback;

import java.time.Duration;
import java.time.Instant;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.TrackId;

/** What playing finds out and a library wants to know. Called on decode threads: must return soon. */
public interface PlaybackNotes {

    /** For who wants to know nothing. */
    PlaybackNotes NONE = new PlaybackNotes() {};

    /**
     * A file whose playing time was only estimated was decoded from its beginning to its end.
     *
     * @param file which, not null
     * @param duration its playing time, counted, not null
     */
    default void counted(FileId file, Duration duration) {}

    /**
     * A track was heard, all of it or a part.
     *
     * @param track which, not null
     * @param started when it began to sound, not null
     * @param heard for how long it sounded, pauses left out, not null
     */
    default void heard(TrackId track, Instant started, Duration heard) {}
}

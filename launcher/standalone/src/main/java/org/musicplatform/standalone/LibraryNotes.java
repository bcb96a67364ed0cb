package org.musicplatform.standalone;

import java.time.Duration;
import java.time.Instant;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.playback.PlaybackNotes;

/** Hands what playing finds out to the library. */
record LibraryNotes(LibraryWriter library) implements PlaybackNotes {

    @Override
    public void counted(FileId file, Duration duration) {
        library.correctDuration(file, duration);
    }

    @Override
    public void heard(TrackId track, Instant started, Duration heard) {
        library.notePlay(track, started, heard);
    }
}

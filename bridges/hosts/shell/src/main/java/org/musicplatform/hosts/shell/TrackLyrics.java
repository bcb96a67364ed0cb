package org.musicplatform.hosts.shell;

import java.util.List;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.metadata.Lyrics;

/** The lyrics of a track: those with times before plain ones, those in its file before those beside it. */
final class TrackLyrics {

    private final CoreService core;
    private Lyrics plain;

    TrackLyrics(CoreService core) {
        this.core = core;
    }

    /** Returns the best lyrics of these files, or null. */
    Lyrics best(List<TrackFile> files) throws Exception {
        for (TrackFile file : files) {
            for (Lyrics held :
                    Command.await(core.metadata().readTags(file.file())).lyrics()) {
                if (isBest(held)) {
                    return held;
                }
            }
            for (Companion beside : file.companions()) {
                if (beside.kind() == Companion.Kind.LYRICS) {
                    var read = Command.await(core.metadata().readLyrics(beside.file()));
                    if (isBest(read)) {
                        return read;
                    }
                }
            }
        }
        return plain;
    }

    private boolean isBest(Lyrics found) {
        if (plain == null && !found.lines().isEmpty()) {
            plain = found;
        }
        return found.synced();
    }
}

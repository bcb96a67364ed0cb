package org.musicplatform.core.metadata.cue;

import java.time.Duration;
import java.util.List;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.Tags;

/** A CUE sheet. */
public final class CueSheet {

    public static CueSheet read(String text) {
        return new CueSheet();
    }

    public List<Clip> clipsOfOnlyFile(Tags file, Duration length) {
        return List.of();
    }
}

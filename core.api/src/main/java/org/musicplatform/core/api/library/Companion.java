package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.Objects;
import org.musicplatform.core.api.source.FileRef;

/**
 * A file that lies beside audio files and tells of them.
 *
 * @param kind what it tells, not null
 * @param file source, item, name and version, not null
 * @param path path in its source, to show to people, not null
 */
public record Companion(Kind kind, FileRef file, String path) implements Serializable {

    /** What a companion tells. */
    public enum Kind {
        /** A CUE sheet: which parts of a file are which tracks. */
        SHEET,
        /** Lyrics of the audio file of the same name: LRC or plain text. */
        LYRICS,
        /** A picture of what lies in its folder: the cover of an album, an artist. */
        IMAGE
    }

    public Companion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(path, "path");
    }
}

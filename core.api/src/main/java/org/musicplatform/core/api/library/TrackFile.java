package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.source.FileRef;

/**
 * Where the bytes of a track lie.
 *
 * @param id its id, not null
 * @param file source, item, name and version, not null
 * @param path path in its source, to show to people, not null
 * @param clip the part of the file that is the track, null for all of it
 * @param state how it is, not null
 * @param reason why it is not {@code READY}, empty otherwise, not null
 * @param missingSince when it was first seen to be gone, or null
 * @param properties technical properties of the whole file, not null
 * @param companions what lies beside it and tells of it: its lyrics, the sheets and the pictures of its folder and of
 *     its album's folder, best first, not null
 */
public record TrackFile(
        FileId id,
        FileRef file,
        String path,
        Clip clip,
        FileState state,
        String reason,
        Instant missingSince,
        AudioProperties properties,
        List<Companion> companions)
        implements Serializable {

    public TrackFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(properties, "properties");
        companions = List.copyOf(companions);
    }

    /**
     * A part of a file, as CUE sheets cut it.
     *
     * @param start from the beginning of the file, not null
     * @param end from the beginning of the file, or null for its end
     */
    public record Clip(Duration start, Duration end) implements Serializable {

        public Clip {
            Objects.requireNonNull(start, "start");
        }
    }
}

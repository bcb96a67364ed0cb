package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceId;

/**
 * A content that files of different tracks hold, byte for byte.
 *
 * @param id its id, not null
 * @param size bytes of each file
 * @param found when that was found, not null
 * @param files how many files that are there hold it
 * @param copies the files, the one that was changed last first, at most {@value #MAX_COPIES}, not null
 */
public record Duplicate(DuplicateId id, long size, Instant found, int files, List<Copy> copies)
        implements Serializable {

    /** How many of its files a duplicate names. */
    public static final int MAX_COPIES = 100;

    public Duplicate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(found, "found");
        copies = List.copyOf(copies);
    }

    /**
     * One of the files.
     *
     * @param file its id, not null
     * @param track the track that it is a file of, not null
     * @param title the title of the track, not null
     * @param source where it lies, not null
     * @param path where in the source, to show to people, not null
     * @param modified when it was changed last, or null when the source does not tell
     */
    public record Copy(FileId file, TrackId track, String title, SourceId source, String path, Instant modified)
            implements Serializable {

        public Copy {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(track, "track");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(path, "path");
        }
    }
}

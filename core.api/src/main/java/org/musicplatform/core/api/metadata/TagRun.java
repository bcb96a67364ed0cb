package org.musicplatform.core.api.metadata;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.source.FileRef;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Several files, read one after the other: neighbours cost less together than each by itself, and every hand-over between
 * threads that falls away is a gain.
 *
 * <p>Its methods return at once and throw nothing. They are called by one thread at a time, though not always the same.
 */
@ConsumerType
public interface TagRun {

    /**
     * Turns to the next file.
     *
     * @return the file, or null at the end: nothing more is asked then
     */
    Request next();

    /**
     * A file to read.
     *
     * @param file which file, not null
     * @param sheets CUE sheets in its folder, as for {@link MetadataService#readTags(FileRef, List)}, not null
     */
    record Request(FileRef file, List<FileRef> sheets) {

        public Request {
            Objects.requireNonNull(file, "file");
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * Takes what was read of the file.
     *
     * @param file what {@link #next} returned last, not null
     * @param reading what was read, not null
     */
    void read(Request file, TagReading reading);

    /**
     * Takes that the file could not be read.
     *
     * @param file what {@link #next} returned last, not null
     * @param failure as futures of {@link MetadataService#readTags(FileRef, List)} fail, not null
     */
    void failed(Request file, Throwable failure);

    /**
     * Tells where the files lie and how much they matter.
     *
     * @return the same each time, not null
     */
    Workload workload();

    /**
     * Tells how long one file may take before it counts as too expensive.
     *
     * @return above zero, not null
     */
    Duration limit();
}

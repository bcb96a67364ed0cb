package org.musicplatform.core.api.library.ingest;

import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One look at a source, from its listing to the tags of its files. The rows of files are the queue: what a crash leaves
 * behind is claimed by the next intake.
 *
 * <p>Thread-safe: one thread observes while others claim and deliver.
 */
@ProviderType
public interface Intake extends AutoCloseable {

    /**
     * Takes in a page of a listing: files only, folders are ignored. New files are visible under their names at once;
     * new and changed ones are queued.
     *
     * @param items the page, not null
     * @return what it came to
     */
    Observed observe(List<SourceItem> items);

    /**
     * What a page came to.
     *
     * @param added files that are new, or back
     * @param changed files with another version
     * @param unchanged files as they were
     */
    record Observed(int added, int changed, int unchanged) {}

    /**
     * Takes in the companions of a page: before its audio files, or a sheet makes them wait in the queue once more. The
     * files in the folder of a sheet that is new or changed are queued.
     *
     * @param companions files beside audio files, not null
     * @return how many files that were observed before wait in the queue for that
     */
    int observeCompanions(List<FoundCompanion> companions);

    /**
     * A companion as a listing has it.
     *
     * @param kind what it tells, not null
     * @param item the file, not null
     */
    record FoundCompanion(Companion.Kind kind, SourceItem item) {}

    /**
     * Tells that the listing is at its end: companions that it lacks are forgotten, and the files beside a sheet that
     * is gone are queued.
     *
     * @param end how the listing ended, not null
     * @return how many files that were observed before wait in the queue for that
     */
    int listed(Listing.End end);

    /**
     * Takes files from the queue of this source: new ones before changed ones, in the order of folder and name.
     *
     * @param max how many at most, at least 1
     * @return the files, empty when the queue is empty now
     */
    List<Task> claim(int max);

    /**
     * A file whose tags are to be read.
     *
     * @param id its id, not null
     * @param file its bytes, not null
     * @param path what to show to people, not null
     * @param sheets the CUE sheets in its folder, not null
     */
    record Task(FileId id, FileRef file, String path, List<FileRef> sheets) {

        public Task {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(path, "path");
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * Stores what was read: one track, or one for each of {@link TagReading#clips()} when there are several. Returns when there is room in the bounded queue of the writer; committed at the latest when
     * {@link #finish} returns.
     *
     * @param task a claimed file, not null
     * @param reading what was read, not null
     */
    void deliver(Task task, TagReading reading);

    /**
     * Stores that a file could not be read; what was known of it stays.
     *
     * @param task a claimed file, not null
     * @param code stable code, not null
     * @param reason why, one sentence, not null
     */
    void fail(Task task, String code, String reason);

    /**
     * Gives a claimed file back to the queue unread.
     *
     * @param task a claimed file, not null
     */
    void release(Task task);

    /**
     * Ends the listing: files that were not seen are found again under another name where their content or their tags
     * tell, else marked missing; the cursor is stored with that in one transaction. When more than a tenth and more
     * than 100 of the files, or all of them, would be missing, nothing is marked and the result says held.
     *
     * @param end how the listing ended, not null; what it skipped is not missing
     * @param acceptMissing mark missing however many they are
     * @return what it came to
     */
    Finished finish(Listing.End end, boolean acceptMissing);

    /**
     * What the end of a listing came to.
     *
     * @param missing files marked missing now
     * @param moved files found again under another name: counted neither added nor missing
     * @param held true when nothing was marked for lack of a decision
     * @param wouldBeMissing files that would have been marked
     */
    record Finished(int missing, int moved, boolean held, int wouldBeMissing) {}

    /** Waits until everything delivered is committed, and ends. Without {@link #finish} nothing is marked missing. */
    @Override
    void close();
}

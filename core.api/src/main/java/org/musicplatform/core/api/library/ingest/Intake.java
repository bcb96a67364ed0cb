package org.musicplatform.core.api.library.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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
     * Takes in a page as {@link #observe} does, in the order of calls, without waiting for it. Returns when there is room
     * in the bounded queue of the writer.
     *
     * @param items the page, not null
     * @return what it came to, once it is committed, or a {@code LibraryException}; completed by the thread that writes,
     *     which waits for whatever is done then
     */
    CompletableFuture<Observed> observeLater(List<SourceItem> items);

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
     * Takes in companions as {@link #observeCompanions} does, without waiting for it, as {@link #observeLater}.
     *
     * @param companions files beside audio files, not null
     * @return how many files that were observed before wait in the queue for that, once it is committed, or a
     *     {@code LibraryException}; completed as that of {@link #observeLater}
     */
    CompletableFuture<Integer> observeCompanionsLater(List<FoundCompanion> companions);

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
     * Tells that a folder was listed by itself, in an intake of kind {@link LibraryWriter.IntakeKind#FOLDERS}: files of
     * it that were not observed are missing when this intake finishes. Only where item ids are paths; where they are not,
     * files are missing only when they are observed as removed.
     *
     * @param folderId id of the folder, which begins the ids of all that lies below it; empty for the whole source; not
     *     null
     * @param below true when all below it was listed too; false when only the folder itself was, then files in its
     *     sub-folders are missing only where the sub-folder itself is not among {@code folders}
     * @param folders ids of the sub-folders that it has, not null; meaningless when {@code below}
     */
    void folderListed(String folderId, boolean below, List<String> folders);

    /**
     * Tells that a folder has another place now. What is known of the files below it goes with them, at the cost of one
     * write for each: they need not be read again. Only where item ids are paths.
     *
     * @param fromId the id that the folder had, not null
     * @param toId the id that it has, not null
     * @param folder path of the folder to show, as {@link SourceItem#folder} of the files in it, not null
     * @return how many files went with it
     */
    int folderMoved(String fromId, String toId, String folder);

    /**
     * Tells which place was listed, as {@code StorageSession.identity()} says. The last finished intake that told one is
     * remembered; where this one differs, whatever would be missing is held for a decision, however little it is.
     *
     * @param identity what tells the place from others, not null
     */
    void place(String identity);

    /**
     * Lets the files of a folder come first: before all new and changed ones. Holds for those that wait now, and for
     * those that this intake observes later.
     *
     * @param folder path of the folder, as {@link SourceItem#folder} shows it; those below it do not count; not null
     * @return how many files wait there now
     */
    int prioritise(String folder);

    /**
     * Takes files from the queue of this source that are due: those of {@linkplain #prioritise prioritised} folders
     * first, then new ones, then changed ones, each in the order of folder and name. Costs no write: claims live as long
     * as this intake, and a crash gives the files back.
     *
     * @param max how many at most, at least 1
     * @return the files, empty when none is due now
     */
    List<Task> claim(int max);

    /**
     * Tells when the next file is due that waits in the queue of this source and is not due now.
     *
     * @return when, or null when none waits for its time
     */
    Instant nextDue();

    /**
     * A file whose tags are to be read.
     *
     * @param id its id, not null
     * @param file its bytes, not null
     * @param path what to show to people, not null
     * @param sheets the CUE sheets in its folder, not null
     * @param attempts how often this version of it was {@linkplain Intake#retry tried} before, at least 0
     */
    record Task(FileId id, FileRef file, String path, List<FileRef> sheets, int attempts) {

        public Task {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(path, "path");
            sheets = List.copyOf(sheets);
        }

        /**
         * Creates a task that was not tried before.
         *
         * @param id as above
         * @param file as above
         * @param path as above
         * @param sheets as above
         */
        public Task(FileId id, FileRef file, String path, List<FileRef> sheets) {
            this(id, file, path, sheets, 0);
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
     * Stores what was read of several files, as {@link #deliver(Task, TagReading)} does for one: cheaper than one by one.
     *
     * @param run claimed files with what was read, at most a few hundred, not null
     */
    default void deliver(List<Read> run) {
        run.forEach(each -> deliver(each.task(), each.reading()));
    }

    /**
     * A file whose tags were read.
     *
     * @param task a claimed file, not null
     * @param reading what was read, not null
     */
    record Read(Task task, TagReading reading) {

        public Read {
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(reading, "reading");
        }
    }

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
     * Gives a claimed file back to the queue after a failure that may pass. It is not claimed before its time; the
     * attempt is counted, and stays counted over restarts until the file is read, fails, or has another version.
     *
     * @param task a claimed file, not null
     * @param due when to try it again, not null
     * @param code stable code of the failure, not null
     * @param reason why, one sentence, not null
     */
    void retry(Task task, Instant due, String code, String reason);

    /**
     * Ends the listing: files that were not seen are found again under another name where their content or their tags
     * tell, else marked missing; the cursor is stored with that in one transaction, and the source is ready, but for one
     * that is held of which only folders were listed. When more than a tenth and more than 100 of the files, or all of
     * them, would be missing, or anything of another {@link #place}, nothing is marked missing and the result says held;
     * which files these are is kept for {@link LibraryWriter#held}.
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

package org.musicplatform.core.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.sync.FileFailure;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncOptions;

/**
 * One source in one job. One thread owns all state here: pages, readings and orders reach it as events in its inbox, so
 * that it never waits for a provider or a reader and a cancel is seen at once.
 */
final class SourceScan {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration CUT = Duration.ofSeconds(10);

    /** What the job tells its scan. */
    interface Orders {
        boolean cancelled();

        boolean paused();
    }

    /** How a scan ended; a reason where it did not complete. */
    record Outcome(Kind kind, String reason) {
        enum Kind {
            COMPLETED,
            HELD,
            FAILED,
            CANCELLED
        }
    }

    /** What a scan works with. */
    record Tools(
            LibraryWriter library,
            MetadataService metadata,
            AudioFiles audio,
            long maxFileSize,
            Clock clock,
            Timing timing) {}

    private record Again(Intake.Task task, int attempt, long dueNanos) {}

    private record Reading(Intake.Task task, int attempt, CompletableFuture<TagReading> future) {}

    private final SourceAccount account;
    private final SyncOptions options;
    private final Tools tools;
    private final Orders orders;
    private final Consumer<FileFailure> failures;
    private final Runnable changed;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Map<FileId, Reading> reading = new HashMap<>();
    private final List<Again> again = new ArrayList<>();
    private final Pages pages;

    private Intake intake;
    private boolean pageAsked;
    private Listing.End end;
    private CoreException listingFailure;
    private CoreException vanished;
    private boolean queueEmpty;
    private boolean finishing;
    private long files;
    private long ended;
    private long added;
    private long updated;
    private long unchanged;
    private long missing;
    private long failed;

    SourceScan(
            SourceAccount account,
            SyncOptions options,
            Tools tools,
            Orders orders,
            Pages pages,
            Consumer<FileFailure> failures,
            Runnable changed) {
        this.account = account;
        this.options = options;
        this.tools = tools;
        this.orders = orders;
        this.pages = pages;
        this.failures = failures;
        this.changed = changed;
    }

    /** Makes the scan look at its orders; from any thread. */
    void wake() {
        inbox.add(() -> {});
    }

    String phase() {
        return finishing ? "finishing" : listed() ? "reading" : "listing";
    }

    boolean listed() {
        return end != null || listingFailure != null;
    }

    SyncCounts counts() {
        long done = ended + (options.reread() ? 0 : unchanged);
        return new SyncCounts(Math.max(files, done), done, added, updated, unchanged, missing, failed);
    }

    /** Works until the end, on the calling thread. */
    Outcome run() throws InterruptedException {
        String cursor = options.full() ? null : tools.library().cursor(account.id());
        try {
            askPage(() -> pages.open(cursor));
            while (true) {
                if (orders.cancelled()) {
                    return new Outcome(Outcome.Kind.CANCELLED, "");
                }
                if (vanished != null) {
                    return unavailable(vanished);
                }
                pump();
                if (listed() && !pageAsked && reading.isEmpty() && again.isEmpty() && queueEmpty && !orders.paused()) {
                    return finish();
                }
                var event = inbox.poll(waitNanos(), TimeUnit.NANOSECONDS);
                while (event != null) {
                    event.run();
                    event = inbox.poll();
                }
                changed.run();
            }
        } finally {
            stop();
        }
    }

    private long waitNanos() {
        long wait = TimeUnit.MILLISECONDS.toNanos(Progress.INTERVAL_MILLIS);
        for (Again later : again) {
            wait = Math.min(wait, Math.max(0, later.dueNanos() - System.nanoTime()));
        }
        return wait;
    }

    private void pump() {
        if (orders.paused()) {
            return;
        }
        if (intake != null && !listed() && !pageAsked) {
            askPage(pages::next);
        }
        int limit = tools.metadata().concurrency(Workload.LOCAL) * 2;
        for (Again later : List.copyOf(again)) {
            if (reading.size() < limit && later.dueNanos() - System.nanoTime() <= 0) {
                again.remove(later);
                read(later.task(), later.attempt());
            }
        }
        while (intake != null && !queueEmpty && reading.size() < limit) {
            var tasks = intake.claim(limit - reading.size());
            queueEmpty = tasks.isEmpty();
            tasks.forEach(task -> read(task, 0));
        }
    }

    private interface PageCall {
        Pages.Step go() throws InterruptedException;
    }

    private void askPage(PageCall call) {
        pageAsked = true;
        pages.run(() -> {
            try {
                var step = call.go();
                inbox.add(() -> take(step));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (CoreException inWords) {
                inbox.add(() -> listingFailed(inWords));
            } catch (RuntimeException | LinkageError unexpected) {
                inbox.add(() -> listingFailed(new SourceException(
                        SourceException.UNAVAILABLE,
                        "Listing " + account.name() + " failed: " + ProviderCalls.words(unexpected) + ".",
                        unexpected)));
            }
        });
    }

    private void take(Pages.Step step) {
        pageAsked = false;
        if (step.full() != null) {
            if (intake != null) { // the cursor expired after the listing began
                stopReading();
                intake.close();
                files = ended = added = updated = unchanged = 0;
            }
            var kind = step.full() ? LibraryWriter.IntakeKind.FULL : LibraryWriter.IntakeKind.CHANGES;
            intake = tools.library().begin(account.id(), kind, options.reread());
            queueEmpty = false;
            return;
        }
        var items = step.page().items();
        // first: a sheet tells of the files beside it
        inPortions(Companions.among(items), portion -> readAgain(intake.observeCompanions(portion)));
        observe(items.stream().filter(tools.audio()::wanted).toList());
        if (step.page().end() != null) {
            end = step.page().end();
            readAgain(intake.listed(end));
            for (Listing.Skipped skipped : end.skipped()) {
                failed++;
                failures.accept(new FileFailure(skipped.path(), "not-listed", skipped.reason()));
            }
            pages.close();
        }
    }

    private void observe(List<SourceItem> wanted) {
        for (SourceItem refused :
                wanted.stream().filter(item -> !ItemLimits.within(item)).toList()) {
            failed++;
            failures.accept(ItemLimits.refusal(refused));
        }
        var items = wanted.stream().filter(ItemLimits::within).toList();
        files += items.stream().filter(tools.audio()::isAudio).count();
        inPortions(items, portion -> {
            var observed = intake.observe(portion);
            added += observed.added();
            updated += observed.changed();
            unchanged += observed.unchanged();
        });
        queueEmpty = false;
    }

    /** Files are not unchanged when a sheet beside them is not. */
    private void readAgain(int count) {
        updated += count;
        unchanged -= count;
        queueEmpty = false;
    }

    private static <T> void inPortions(List<T> items, Consumer<List<T>> each) {
        for (int from = 0; from < items.size(); from += ItemLimits.PORTION) {
            each.accept(items.subList(from, Math.min(items.size(), from + ItemLimits.PORTION)));
        }
    }

    private void listingFailed(CoreException failure) {
        pageAsked = false;
        listingFailure = failure;
        if (intake == null) {
            queueEmpty = true;
        }
    }

    private void read(Intake.Task task, int attempt) {
        long size = task.file().version().size();
        if (size > tools.maxFileSize()) {
            failed(
                    task,
                    "too-large",
                    "The file has " + size + " bytes, more than the " + tools.maxFileSize()
                            + " that are allowed. Raise the setting sync.max-file-size to read it.");
            return;
        }
        CompletableFuture<TagReading> future;
        try {
            future = tools.metadata().readTags(task.file(), task.sheets());
        } catch (RuntimeException | LinkageError thrown) {
            future = CompletableFuture.failedFuture(thrown);
        }
        var entry = new Reading(task, attempt, future);
        reading.put(task.id(), entry);
        future.whenComplete((result, failure) -> inbox.add(() -> readingEnded(entry, result, failure)));
    }

    private void readingEnded(Reading entry, TagReading result, Throwable failure) {
        if (!reading.remove(entry.task().id(), entry)) {
            return; // released meanwhile
        }
        queueEmpty = false; // what changed while it was read waits once more
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof SourceException gone && gone.code().equals(SourceException.UNAVAILABLE)) {
            intake.release(entry.task());
            vanished = gone;
        } else if (stillWritten(entry, result, cause)) {
            long due = System.nanoTime()
                    + tools.timing().again().get(entry.attempt()).toNanos();
            again.add(new Again(entry.task(), entry.attempt() + 1, due));
        } else if (cause == null) {
            intake.deliver(entry.task(), result);
            ended++;
        } else if (isOnlyPlayed(entry.task(), cause)) {
            intake.deliver(entry.task(), byName(entry.task()));
            ended++;
        } else if (cause instanceof CoreException inWords) {
            failed(entry.task(), inWords.code(), inWords.getMessage());
        } else {
            failed(
                    entry.task(),
                    MetadataException.READER_FAILED,
                    "Reading failed: " + ProviderCalls.words(cause) + ".");
        }
    }

    /** What can be played is no failure because nothing reads its tags. */
    private boolean isOnlyPlayed(Intake.Task task, Throwable cause) {
        return cause instanceof CoreException refused
                && refused.code().equals(MetadataException.UNSUPPORTED_FORMAT)
                && tools.audio().isOnlyPlayed(task.file().name());
    }

    private static TagReading byName(Intake.Task task) {
        String words = "No installed reader knows the tags of ."
                + AudioFiles.extension(task.file().name()) + " files; it is listed by its name.";
        return new TagReading(AudioProperties.UNKNOWN, Tags.NONE, List.of(), List.of(words), "");
    }

    private boolean stillWritten(Reading entry, TagReading result, Throwable cause) {
        Instant modified = entry.task().file().version().modified();
        if (modified == null || entry.attempt() >= tools.timing().again().size()) {
            return false;
        }
        boolean partial = cause == null && !result.warnings().isEmpty();
        boolean cut = hasCode(cause, MetadataException.CORRUPT);
        boolean half = partial
                || cut
                || hasCode(cause, MetadataException.UNREADABLE)
                || (isEmpty(entry.task()) && hasCode(cause, MetadataException.UNSUPPORTED_FORMAT));
        if (!half || entry.attempt() > 0) {
            return half; // how old it was at the first look decides: later looks make it older
        }
        var age = Duration.between(modified, tools.clock().instant());
        return age.compareTo(cut ? CUT : FRESH) < 0;
    }

    /** Of an empty file no reader can tell the format yet. */
    private static boolean isEmpty(Intake.Task task) {
        return task.file().version().size() == 0;
    }

    private static boolean hasCode(Throwable failure, String code) {
        return failure instanceof CoreException known && known.code().equals(code);
    }

    private void failed(Intake.Task task, String code, String reason) {
        intake.fail(task, code, reason);
        failures.accept(new FileFailure(task.path(), code, reason));
        failed++;
        ended++;
    }

    private Outcome finish() {
        if (listingFailure != null) {
            return unavailable(listingFailure);
        }
        finishing = true;
        changed.run();
        var finished = intake.finish(end, options.acceptMissing());
        missing += finished.missing();
        long moved = Math.min(added, finished.moved());
        added -= moved;
        updated += moved;
        if (finished.held()) {
            String words =
                    finished.wouldBeMissing() + " files of " + account.name() + " are no longer there, beside " + files
                            + " that were found; nothing was marked missing. If they are really gone, run: music index"
                            + " --accept-missing " + account.location();
            tools.library().setSourceState(account.id(), SourceState.HELD, words);
            return new Outcome(Outcome.Kind.HELD, words);
        }
        tools.library().setSourceState(account.id(), SourceState.READY, "");
        return new Outcome(Outcome.Kind.COMPLETED, "");
    }

    private Outcome unavailable(CoreException failure) {
        String words = account.name() + ": " + failure.getMessage();
        tools.library().setSourceState(account.id(), SourceState.UNAVAILABLE, failure.getMessage());
        return new Outcome(Outcome.Kind.FAILED, words);
    }

    private void stopReading() {
        for (Reading entry : List.copyOf(reading.values())) {
            entry.future().cancel(true);
            intake.release(entry.task());
        }
        reading.clear();
        again.forEach(later -> intake.release(later.task()));
        again.clear();
    }

    private void stop() {
        pages.close();
        if (intake != null) {
            try {
                stopReading();
            } finally {
                intake.close();
            }
        }
    }
}

package org.musicplatform.core.sync.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.sync.FileFailure;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.sync.listing.Companions;
import org.musicplatform.core.sync.listing.ItemLimits;
import org.musicplatform.core.sync.listing.Look;
import org.musicplatform.core.sync.listing.PathIds;
import org.musicplatform.core.sync.listing.SourceListing;
import org.musicplatform.core.sync.reading.CpuBudget;
import org.musicplatform.core.sync.reading.Plan;
import org.musicplatform.core.sync.reading.Readings;
import org.musicplatform.core.sync.source.ProviderCalls;

/**
 * One source in one job. One thread owns all state here: steps of the listing, ends of readings and orders reach it as
 * events in its inbox, so that it never waits for a provider or a reader and a cancel is seen at once.
 */
final class SourceScan {

    /** How many paths an event of a held source names. */
    private static final int HELD_PATHS = 100;

    /** What the job tells its scan. */
    interface Orders {
        boolean cancelled();

        boolean paused();

        /** True when the job has worked for longer than it may. */
        boolean overdue();
    }

    /** How a scan ended; a reason where it did not complete. */
    record Outcome(Kind kind, String reason) {
        static final Outcome CANCELLED = new Outcome(Kind.CANCELLED, "");

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
            Readings.Tools reading,
            SyncSettings settings,
            CpuBudget budget,
            BooleanSupplier playing,
            Runnable liesHere) {}

    /** Told what happens. */
    interface Teller {
        void failed(FileFailure failure);

        void changed();

        void held(HeldSource source);
    }

    /** How many steps of the listing wait to be taken at most, while it goes on. */
    private static final int AHEAD = 3;

    private final SourceAccount account;
    private final Look look;
    private final SyncOptions options;
    private final Tools tools;
    private final Orders orders;
    private final SourceListing listing;
    private final Teller teller;
    private final Tally tally;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final AtomicInteger untaken = new AtomicInteger(); // steps of the listing in there

    private final Observations observations = new Observations(this::wake);
    private final Set<String> firsts = new LinkedHashSet<>();

    private Intake intake;
    private IntakeKind kind;
    private Readings readings;
    private Plan plan;
    private Plan quick; // for folders that somebody asks for
    private boolean asked; // the listing is under way
    private Listing.End end;
    private CoreException listingFailure;
    private boolean finished; // the listing is, though tags are still to be read
    private boolean finishing;
    private boolean queueOnly; // nothing is listed
    private volatile Tally.View view = Tally.View.NONE;

    SourceScan(
            SourceAccount account,
            Look look,
            SyncOptions options,
            Tools tools,
            Orders orders,
            SourceListing listing,
            Teller teller) {
        this.account = account;
        this.look = look;
        this.options = options;
        this.tools = tools;
        this.orders = orders;
        this.listing = listing;
        this.teller = teller;
        this.tally = new Tally(options.reread());
        if (look.kind() == Look.Kind.FOLDER) {
            firsts.add(look.folder());
        }
    }

    SourceAccount account() {
        return account;
    }

    /** How far it is; from any thread. */
    Tally.View view() {
        return view;
    }

    /** Makes the scan look at its orders; from any thread. */
    void wake() {
        inbox.add(() -> {});
    }

    /** Lets the files of a folder come first; from any thread. */
    void first(String folder) {
        inbox.add(() -> {
            firsts.add(folder);
            if (readings != null) {
                readings.first(folder);
            }
        });
    }

    /** Works until the end, on the calling thread. */
    Outcome run() throws InterruptedException {
        String cursor = options.full() ? null : tools.library().cursor(account.id());
        try {
            ask(() -> open(cursor));
            while (true) {
                if (orders.cancelled()) {
                    return Outcome.CANCELLED;
                }
                if (orders.overdue()) {
                    return overdue();
                }
                if (readings != null && readings.failure() != null) {
                    return new Outcome(Outcome.Kind.FAILED, account.name() + ": " + readings.failure());
                }
                if (readings != null && readings.lost() != null) {
                    return unavailable(readings.lost());
                }
                observations.takeEnded();
                long wait = orders.paused() ? Long.MAX_VALUE : pump();
                if (isDone()) {
                    var outcome = goOn();
                    if (outcome != null) {
                        return outcome;
                    }
                    continue;
                }
                publish(false);
                handle(Math.min(wait, TimeUnit.MILLISECONDS.toNanos(Progress.INTERVAL_MILLIS)));
            }
        } finally {
            stop();
            publish(false);
        }
    }

    /** Handles what is there now: a quick listing adds to it for as long as it lasts, while orders and readers wait. */
    private void handle(long wait) throws InterruptedException {
        var event = inbox.poll(wait, TimeUnit.NANOSECONDS);
        for (int left = inbox.size(); event != null; left--) {
            event.run();
            event = left > 0 ? inbox.poll() : null;
        }
    }

    private void publish(boolean complete) {
        view = tally.view(finishing ? "finishing" : isListed() ? "reading" : "listing", isListed(), complete);
        teller.changed();
    }

    private boolean isListed() {
        return end != null || listingFailure != null || queueOnly;
    }

    /** Begins what can be begun now; returns for how long nothing else can, in nanoseconds, if nothing happens. */
    private long pump() {
        long wait = tools.budget() == null ? 0 : tools.budget().waitNanos();
        if (wait > 0) {
            return wait;
        }
        if (intake != null && !isListed() && !asked) {
            ask(() -> listing.next(this::hand));
        }
        if (readings == null || end != null && plan.finishFirst() && !finished) {
            return Long.MAX_VALUE;
        }
        readings.pump();
        return readings.waitNanos();
    }

    private interface ListingCall {
        void go() throws InterruptedException;
    }

    private void ask(ListingCall call) {
        asked = true;
        listing.run(() -> {
            try {
                call.go();
                inbox.add(() -> asked = false);
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

    /** Opens the listing, and lists on while the library prepares; on the thread of the listing. */
    private void open(String cursor) throws InterruptedException {
        boolean goesOn = hand(listing.open(cursor));
        if (goesOn && look.kind() != Look.Kind.FOLDER) { // of which the queue may be enough
            listing.next(this::hand);
        }
    }

    /** Takes a step to the thread of this look; returns whether to list on before it is taken. */
    private boolean hand(SourceListing.Step step) {
        int waiting = untaken.incrementAndGet();
        inbox.add(() -> {
            untaken.decrementAndGet();
            take(step);
        });
        return waiting < AHEAD && tools.budget() == null && !orders.paused();
    }

    private void take(SourceListing.Step step) {
        if (step instanceof SourceListing.Begun begun) {
            begin(begun);
        } else if (step instanceof SourceListing.Items page) {
            take(page.items());
            if (page.ended() != null) {
                listed(page.ended());
            }
        } else if (step instanceof SourceListing.Moved moved) {
            tally.updated += intake.folderMoved(moved.fromId(), moved.toId(), PathIds.shown(moved.toId()));
        } else if (step instanceof SourceListing.FolderEnd folder) {
            intake.folderListed(folder.folderId(), folder.below(), folder.folders());
        } else if (step instanceof SourceListing.Ended ended) {
            listed(ended);
        }
    }

    private void begin(SourceListing.Begun begun) {
        boolean anew = intake != null; // the cursor expired after the listing began, or a folder is known by another id
        if (anew) {
            observations.takeAll();
            readings.stop();
            intake.close();
        }
        plan = plan(options, begun);
        quick = plan(options.withPace(SyncOptions.Pace.QUICK).withCpu(0), begun);
        if (!anew && look.kind() == Look.Kind.FOLDER && begun.kind() == IntakeKind.FULL && openQueue()) {
            return;
        }
        if (begun.local()) {
            tools.liesHere().run();
        }
        boolean everything = begun.kind() == IntakeKind.FULL;
        long waiting = everything ? 0 : tools.library().queued(account.id());
        tally.begin(everything, everything ? status().files() : 0, waiting);
        open(begun.kind());
    }

    private Plan plan(SyncOptions how, SourceListing.Begun begun) {
        var settings = tools.settings();
        return Plan.of(
                how,
                begun.traits(),
                begun.local(),
                begun.kind(),
                settings.downloadTimeout(),
                settings.backgroundRate());
    }

    /** Reads what waits in the folder that is asked for rather than list everything; false when nothing waits there. */
    private boolean openQueue() {
        open(IntakeKind.CHANGES);
        if (!readings.waited(look.folder())) {
            intake.close();
            return false;
        }
        queueOnly = true;
        listing.close();
        return true;
    }

    private SourceStatus status() {
        return tools.library().sources().stream()
                .filter(status -> status.account().id().equals(account.id()))
                .findFirst()
                .orElse(new SourceStatus(account, SourceState.NEW, "", 0, 0, 0, null));
    }

    private void open(IntakeKind listed) {
        kind = listed;
        intake = tools.library().begin(account.id(), kind, options.reread());
        readings = new Readings(
                tools.reading(),
                plan,
                quick,
                intake,
                inbox::add,
                () -> !orders.paused() && !orders.cancelled(),
                tools.playing(),
                new Readings.Teller() {
                    @Override
                    public void taken() {
                        tally.ended++;
                    }

                    @Override
                    public void failed(Intake.Task task, String code, String reason) {
                        tally.ended++;
                        tally.failed++;
                        teller.failed(new FileFailure(task.path(), code, reason));
                    }
                });
        firsts.forEach(readings::first);
        if (look.kind() == Look.Kind.FOLDER || options.depth() == SyncOptions.Depth.NAMES) {
            readings.onlyFirst();
        }
    }

    private void take(List<SourceItem> items) {
        // first: a sheet tells of the files beside it
        inPortions(
                Companions.among(items),
                portion -> observations.begin(() -> intake.observeCompanionsLater(portion), this::readAgain));
        observe(items);
    }

    private void listed(SourceListing.Ended how) {
        observations.takeAll();
        if (how.identity() != null) {
            intake.place(how.identity());
        }
        end = how.end();
        readAgain(intake.listed(end));
        readings.more();
        for (Listing.Skipped skipped : end.skipped()) {
            tally.failed++;
            teller.failed(new FileFailure(skipped.path(), "not-listed", skipped.reason()));
        }
        listing.close();
    }

    private void observe(List<SourceItem> listed) {
        var items = new ArrayList<SourceItem>(listed.size());
        for (SourceItem item : listed) {
            if (!tools.reading().audio().wanted(item)) {
                continue;
            }
            if (ItemLimits.within(item)) {
                items.add(item);
                tally.files += item.kind() == SourceItem.Kind.REMOVED ? 0 : 1;
            } else {
                tally.failed++;
                teller.failed(ItemLimits.refusal(item));
            }
        }
        inPortions(items, portion -> observations.begin(() -> intake.observeLater(portion), this::observed));
    }

    private void observed(Intake.Observed page) {
        tally.added += page.added();
        tally.updated += page.changed();
        tally.unchanged += page.unchanged();
        if (page.added() + page.changed() > 0 || options.reread()) { // of what is unchanged nothing waits
            readings.more();
        }
    }

    /** Files are not unchanged when a sheet beside them is not. */
    private void readAgain(int count) {
        tally.updated += count;
        tally.unchanged -= count;
        if (count > 0) {
            readings.more(); // of files that are not met yet their page tells, or the end
        }
    }

    private static <T> void inPortions(List<T> items, Consumer<List<T>> each) {
        for (int from = 0; from < items.size(); from += ItemLimits.PORTION) {
            each.accept(items.subList(from, Math.min(items.size(), from + ItemLimits.PORTION)));
        }
    }

    private void listingFailed(CoreException failure) {
        asked = false;
        listingFailure = failure;
    }

    private boolean isDone() {
        if (!isListed() || asked || orders.paused() || !observations.isEmpty()) {
            return false;
        }
        if (readings == null) {
            return true;
        }
        boolean beforeReading = plan.finishFirst() && !finished && end != null;
        return beforeReading ? readings.quiet() : readings.done();
    }

    /** Returns the outcome, or null when there is more to do. */
    private Outcome goOn() {
        if (listingFailure != null) {
            return unavailable(listingFailure.getMessage());
        }
        if (finished || queueOnly) {
            return complete(new Outcome(Outcome.Kind.COMPLETED, ""));
        }
        finishing = true;
        publish(false);
        var outcome = finish();
        boolean toRead = plan.finishFirst() && options.depth() == SyncOptions.Depth.TAGS;
        if (!toRead || outcome.kind() != Outcome.Kind.COMPLETED) {
            return complete(outcome);
        }
        finishing = false;
        finished = true;
        intake.close();
        intake = null;
        open(IntakeKind.CHANGES); // the same queue; nothing is listed, so nothing more can be missing
        return null;
    }

    private Outcome complete(Outcome outcome) {
        tally.complete(tools.library().queued(account.id()));
        publish(true);
        return outcome;
    }

    private Outcome finish() {
        var result = intake.finish(end, options.acceptMissing());
        tally.missing += result.missing();
        long moved = Math.min(tally.added, result.moved());
        tally.added -= moved;
        tally.updated += moved;
        if (!result.held()) {
            return new Outcome(Outcome.Kind.COMPLETED, "");
        }
        String words = result.wouldBeMissing() + " files of " + account.name() + " are no longer there, beside "
                + tally.files + " that were found; nothing was marked missing. To see which: music held. If they are"
                + " really gone: music held accept " + account.id() + "; if not, see that they come back, then:"
                + " music held reject " + account.id();
        tools.library().setSourceState(account.id(), SourceState.HELD, words);
        var held = tools.library().held(account.id(), HELD_PATHS);
        if (held != null) {
            teller.held(new HeldSource(account, words, held.files(), held.paths()));
        }
        return new Outcome(Outcome.Kind.HELD, words);
    }

    private Outcome overdue() {
        return new Outcome(
                Outcome.Kind.FAILED,
                account.name() + ": it took longer than the "
                        + tools.settings().jobTimeout().toSeconds()
                        + " s that a job may take. The next job goes on from there; the setting sync.job-timeout allows"
                        + " more.");
    }

    private Outcome unavailable(String reason) {
        tools.library().setSourceState(account.id(), SourceState.UNAVAILABLE, reason);
        return new Outcome(Outcome.Kind.FAILED, account.name() + ": " + reason);
    }

    private void stop() {
        listing.close();
        if (intake != null) {
            try {
                readings.stop();
            } finally {
                intake.close();
            }
        }
    }
}

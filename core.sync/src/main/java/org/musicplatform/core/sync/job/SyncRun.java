package org.musicplatform.core.sync.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.event.SourceHeld;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.event.SyncProgressed;
import org.musicplatform.core.api.event.SyncStarted;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.FileFailure;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncProgress;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.support.CoreFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job: its sources side by side, each on a thread of its own. Thread-safe. */
final class SyncRun implements SyncJob, SourceScan.Orders, SourceScan.Teller {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

    /** Makes the look at a source. */
    interface Scans {
        SourceScan scan(SourceAccount source, SourceScan.Orders orders, SourceScan.Teller teller);
    }

    /** What a job works with. */
    record Tools(
            Clock clock,
            Executor workers,
            Executor callbacks,
            Consumer<CoreEvent> events,
            Duration limit,
            Comparison comparison) {}

    /** What is done when all looks are. */
    interface Comparison {
        void run(SourceScan.Orders orders) throws InterruptedException;
    }

    private final SyncJobId id;
    private final List<SourceAccount> accounts;
    private final List<SourceId> sources;
    private final Scans scans;
    private final Tools tools;
    private final Consumer<SyncRun> atEnd; // before anybody who waits sees the end
    private final Instant started;
    private final CompletableFuture<SyncReport> end = new CompletableFuture<>();
    private final Map<SourceId, SourceScan> begun = new ConcurrentHashMap<>();

    private final Progress progress; // guarded by this, as all below
    private final Pace pace = new Pace();
    private final List<FileFailure> failures = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private SyncState worst = SyncState.COMPLETED;
    private final Set<SourceId> waiting; // whose turn has not come
    private int left;
    private long workingSince = -1; // in terms of nanoTime; not while it waits or is paused
    private long workedNanos;

    private volatile boolean cancelled;
    private volatile boolean cutOff; // by the end of the service, not by a person
    private volatile boolean paused;
    private volatile SyncStatus last;

    SyncRun(SyncJobId id, List<SourceAccount> accounts, Scans scans, Tools tools, Consumer<SyncRun> atEnd) {
        this.id = id;
        this.accounts = List.copyOf(accounts);
        this.sources = accounts.stream().map(SourceAccount::id).sorted().toList();
        this.scans = scans;
        this.tools = tools;
        this.atEnd = atEnd;
        this.started = tools.clock().instant();
        this.progress = new Progress(tools.clock());
        this.left = accounts.size();
        this.waiting = new HashSet<>(sources);
        this.last = new SyncStatus(
                id, sources, SyncState.PENDING, SyncProgress.NONE, SyncCounts.ZERO, started, Duration.ZERO, "");
    }

    /** Begins on threads of others. */
    void begin(Executor threads) {
        if (accounts.isEmpty()) {
            tools.workers().execute(this::finish);
        }
        accounts.forEach(account -> threads.execute(() -> look(account)));
    }

    /** Looks at a source, on the calling thread. */
    private void look(SourceAccount account) {
        synchronized (this) {
            if (!waiting.remove(account.id())) {
                return; // cancelled before its turn came
            }
        }
        var outcome = new SourceScan.Outcome(SourceScan.Outcome.Kind.FAILED, "");
        try {
            outcome = scan(account);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            outcome = SourceScan.Outcome.CANCELLED;
        } catch (RuntimeException | Error failure) {
            LOG.error("Job {} failed", id, failure);
            String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            outcome = new SourceScan.Outcome(SourceScan.Outcome.Kind.FAILED, account.name() + ": " + words);
        } finally {
            ended(outcome);
        }
    }

    private SourceScan.Outcome scan(SourceAccount account) throws InterruptedException {
        synchronized (this) {
            if (workingSince < 0 && !paused) {
                workingSince = System.nanoTime();
            }
        }
        var scan = scans.scan(account, this, this);
        begun.put(account.id(), scan);
        changed();
        tools.events().accept(new SyncStarted(header(Severity.INFO), id, account.id()));
        return scan.run();
    }

    private void ended(SourceScan.Outcome outcome) {
        boolean all;
        synchronized (this) {
            if (!outcome.reason().isEmpty()) {
                reasons.add(outcome.reason());
            }
            worst = worse(
                    worst,
                    switch (outcome.kind()) {
                        case COMPLETED -> SyncState.COMPLETED;
                        case HELD -> SyncState.HELD;
                        case FAILED -> SyncState.FAILED;
                        case CANCELLED -> SyncState.CANCELLED;
                    });
            all = --left == 0;
        }
        if (all) {
            try {
                compare();
            } finally {
                finish();
            }
        }
    }

    /** Files that hold the same bytes are found when all looks ended. */
    private void compare() {
        if (cancelled) {
            return;
        }
        try {
            tools.comparison().run(this);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static SyncState worse(SyncState one, SyncState other) {
        var order = List.of(SyncState.COMPLETED, SyncState.HELD, SyncState.FAILED, SyncState.CANCELLED);
        return order.indexOf(one) >= order.indexOf(other) ? one : other;
    }

    @Override
    public synchronized void failed(FileFailure failure) {
        if (failures.size() < SyncReport.MAX_FAILURES) {
            failures.add(failure);
        }
    }

    @Override
    public void held(HeldSource source) {
        tools.events().accept(new SourceHeld(header(Severity.WARNING), source));
    }

    @Override
    public void changed() {
        SyncStatus told = null;
        synchronized (this) {
            if (last.state().isEnd()) {
                return;
            }
            last = now(paused ? SyncState.PAUSED : SyncState.RUNNING, "");
            if (progress.due(List.of(last.state(), last.phase(), last.counts(), last.listed()))) {
                told = last;
            }
        }
        if (told != null) {
            tools.events().accept(new SyncProgressed(header(Severity.DEBUG), told));
        }
    }

    /** Adds up how the looks stand. Under the lock. */
    private SyncStatus now(SyncState state, String reason) {
        var counts = SyncCounts.ZERO;
        double share = 0;
        long toRead = 0;
        boolean listed = true;
        String phase = "finishing";
        for (SourceAccount account : accounts) {
            var scan = begun.get(account.id());
            var view = scan == null ? Tally.View.NONE : scan.view();
            counts = counts.plus(view.counts());
            share += view.share();
            toRead += view.left();
            listed &= view.listed();
            if (view.phase().equals("listing") || view.phase().equals("reading") && !phase.equals("listing")) {
                phase = view.phase();
            }
        }
        boolean whole = state == SyncState.COMPLETED || state == SyncState.HELD;
        int percent = whole ? 100 : accounts.isEmpty() ? 0 : (int) Math.min(99, 100 * share / accounts.size());
        percent = Math.max(percent, last.progress().percent());
        var worked = Duration.ofNanos(workedNanos());
        double rate = state.isEnd()
                ? counts.done() / Math.max(0.001, worked.toMillis() / 1000.0)
                : pace.note(tools.clock().millis(), counts.done());
        var left = state.isEnd() || !listed ? null : Pace.left(toRead, rate);
        var how = new SyncProgress(state.isEnd() ? "" : phase, percent, rate, left, state.isEnd() ? whole : listed);
        return new SyncStatus(id, sources, state, how, counts, started, worked, reason);
    }

    private long workedNanos() {
        return workedNanos + (workingSince < 0 ? 0 : System.nanoTime() - workingSince);
    }

    private void finish() {
        List<FileFailure> all;
        SyncStatus status;
        synchronized (this) {
            var state = worst;
            String reason = String.join(" ", reasons);
            if (cutOff && state == SyncState.CANCELLED) {
                status = now(SyncState.RUNNING, "").interrupted();
            } else {
                status = now(state, reason);
            }
            last = status;
            failures.sort(Comparator.comparing(FileFailure::path));
            all = List.copyOf(failures);
        }
        var severity =
                switch (status.state()) {
                    case FAILED -> Severity.ERROR;
                    case HELD -> Severity.WARNING;
                    default -> Severity.INFO;
                };
        try {
            atEnd.accept(this);
            tools.events().accept(new SyncEnded(header(severity), status));
        } finally {
            end.complete(new SyncReport(status, all)); // whoever waits is answered even if telling fails
        }
    }

    private EventHeader header(Severity severity) {
        return new EventHeader(tools.clock().instant(), id.toString(), severity);
    }

    /** The end itself, for the engine: nobody outside can cancel it. */
    CompletableFuture<SyncReport> end() {
        return end;
    }

    /** Lets the files of a folder come first, when the source is looked at now. */
    void first(SourceId source, String folder) {
        var scan = begun.get(source);
        if (scan != null) {
            scan.first(folder);
        }
    }

    @Override
    public SyncJobId id() {
        return id;
    }

    @Override
    public synchronized SyncStatus status() {
        var state = last.state();
        if (!state.isEnd() && !begun.isEmpty()) {
            last = now(paused ? SyncState.PAUSED : SyncState.RUNNING, "");
        }
        return last;
    }

    @Override
    public CompletableFuture<SyncReport> completion() {
        return CoreFuture.view(end, this::cancel, tools.callbacks());
    }

    @Override
    public void cancel() {
        cancelled = true;
        wake();
        int never;
        synchronized (this) {
            never = waiting.size();
            waiting.clear();
        }
        for (int i = 0; i < never; i++) {
            tools.workers().execute(() -> ended(SourceScan.Outcome.CANCELLED)); // which may store how the job ended
        }
    }

    /** Stops the job because its service ends: the next one goes on from there. */
    void cutOff() {
        if (!cancelled) {
            cutOff = true;
            cancel();
        }
    }

    @Override
    public void pause() {
        synchronized (this) {
            if (!paused) {
                paused = true;
                workedNanos = workedNanos();
                workingSince = -1;
            }
        }
        wake();
    }

    @Override
    public void resume() {
        synchronized (this) {
            if (paused) {
                paused = false;
                pace.restart();
                if (!begun.isEmpty()) {
                    workingSince = System.nanoTime();
                }
            }
        }
        wake();
    }

    private void wake() {
        begun.values().forEach(SourceScan::wake);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public boolean overdue() {
        if (tools.limit().isZero()) {
            return false;
        }
        synchronized (this) {
            return workedNanos() > tools.limit().toNanos();
        }
    }
}

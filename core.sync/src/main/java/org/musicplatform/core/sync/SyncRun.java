package org.musicplatform.core.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.event.SyncProgressed;
import org.musicplatform.core.api.event.SyncStarted;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.sync.FileFailure;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.support.CoreFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job: its sources one after the other, on a thread of its own. */
final class SyncRun implements SyncJob, SourceScan.Orders, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

    /** Makes the scan of a source; told of failures, and whenever something changed. */
    interface Scans {
        SourceScan scan(
                SourceAccount source, SourceScan.Orders orders, Consumer<FileFailure> failures, Runnable changed);
    }

    private final SyncJobId id;
    private final List<SourceAccount> sources;
    private final Scans scans;
    private final Clock clock;
    private final Executor callbacks;
    private final Consumer<CoreEvent> events;
    private final Consumer<SyncStatus> atEnd; // before anybody who waits sees the end
    private final Instant started;
    private final Progress progress;
    private final CompletableFuture<SyncReport> end = new CompletableFuture<>();
    private final List<FileFailure> failures = new ArrayList<>(); // used by the job's thread alone
    private SyncCounts before = SyncCounts.ZERO; // counts of the sources done; used by the job's thread alone

    private volatile boolean cancelled;
    private volatile boolean cutOff; // by the end of the service, not by a person
    private volatile boolean paused;
    private volatile SourceScan current;
    private volatile SyncStatus status;

    SyncRun(
            SyncJobId id,
            List<SourceAccount> sources,
            Scans scans,
            Clock clock,
            Executor callbacks,
            Consumer<CoreEvent> events,
            Consumer<SyncStatus> atEnd) {
        this.atEnd = atEnd;
        this.id = id;
        this.sources = sources;
        this.scans = scans;
        this.clock = clock;
        this.callbacks = callbacks;
        this.events = events;
        this.started = clock.instant();
        this.progress = new Progress(clock);
        this.status = new SyncStatus(id, SyncState.RUNNING, "listing", before, false, started, Duration.ZERO, "");
    }

    @Override
    public void run() {
        var reasons = new ArrayList<String>();
        var state = SyncState.FAILED;
        try {
            state = runAll(reasons);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            state = SyncState.CANCELLED;
        } catch (RuntimeException | Error failure) {
            LOG.error("Job {} failed", id, failure);
            reasons.add(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        } finally {
            end(state, String.join(" ", reasons));
        }
    }

    private SyncState runAll(List<String> reasons) throws InterruptedException {
        boolean failed = false;
        boolean held = false;
        for (int i = 0; i < sources.size(); i++) {
            if (cancelled) {
                return SyncState.CANCELLED;
            }
            var source = sources.get(i);
            events.accept(new SyncStarted(header(Severity.INFO), id, source.id()));
            boolean last = i == sources.size() - 1;
            var scan = scans.scan(source, this, this::failure, () -> changed(last));
            current = scan;
            SourceScan.Outcome outcome;
            try {
                outcome = scan.run();
            } finally {
                changed(last);
                before = before.plus(scan.counts());
                current = null;
            }
            if (!outcome.reason().isEmpty()) {
                reasons.add(outcome.reason());
            }
            switch (outcome.kind()) {
                case CANCELLED -> {
                    return SyncState.CANCELLED;
                }
                case FAILED -> failed = true;
                case HELD -> held = true;
                case COMPLETED -> LOG.debug("{} is indexed", source.name());
            }
        }
        return failed ? SyncState.FAILED : held ? SyncState.HELD : SyncState.COMPLETED;
    }

    private void failure(FileFailure failure) {
        if (failures.size() < SyncReport.MAX_FAILURES) {
            failures.add(failure);
        }
    }

    private void changed(boolean last) {
        var scan = current;
        if (scan == null) {
            return;
        }
        var counts = before.plus(scan.counts());
        boolean listed = last && scan.listed();
        status = new SyncStatus(id, running(), scan.phase(), counts, listed, started, elapsed(), "");
        if (progress.due(List.of(status.state(), status.phase(), counts, listed))) {
            events.accept(new SyncProgressed(header(Severity.DEBUG), status));
        }
    }

    private void end(SyncState state, String reason) {
        status = new SyncStatus(
                id,
                state,
                "",
                before,
                state == SyncState.COMPLETED || state == SyncState.HELD,
                started,
                elapsed(),
                reason);
        if (cutOff && state == SyncState.CANCELLED) {
            var left = new SyncStatus(id, SyncState.RUNNING, "", before, false, started, elapsed(), "");
            status = left.interrupted();
        }
        failures.sort(Comparator.comparing(FileFailure::path));
        var severity =
                switch (status.state()) {
                    case FAILED -> Severity.ERROR;
                    case HELD -> Severity.WARNING;
                    default -> Severity.INFO;
                };
        try {
            atEnd.accept(status);
            events.accept(new SyncEnded(header(severity), status));
        } finally {
            end.complete(new SyncReport(status, failures)); // whoever waits is answered even if telling fails
        }
    }

    private SyncState running() {
        return paused ? SyncState.PAUSED : SyncState.RUNNING;
    }

    private Duration elapsed() {
        return Duration.between(started, clock.instant());
    }

    private EventHeader header(Severity severity) {
        return new EventHeader(clock.instant(), id.toString(), severity);
    }

    /** The end itself, for the engine: nobody outside can cancel it. */
    CompletableFuture<SyncReport> end() {
        return end;
    }

    @Override
    public SyncJobId id() {
        return id;
    }

    @Override
    public SyncStatus status() {
        var now = status;
        if (now.state().isEnd()) {
            return now;
        }
        return new SyncStatus(id, running(), now.phase(), now.counts(), now.listed(), started, elapsed(), now.reason());
    }

    @Override
    public CompletableFuture<SyncReport> completion() {
        var view = new CoreFuture<SyncReport>(this::cancel, callbacks);
        end.thenAcceptAsync(view::complete, callbacks);
        return view;
    }

    @Override
    public void cancel() {
        cancelled = true;
        wake();
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
        paused = true;
        wake();
    }

    @Override
    public void resume() {
        paused = false;
        wake();
    }

    private void wake() {
        var scan = current;
        if (scan != null) {
            scan.wake();
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public boolean paused() {
        return paused;
    }
}

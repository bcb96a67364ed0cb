package org.musicplatform.core.sync.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.WatchingSession;
import org.musicplatform.core.api.sync.WatchStatus;
import org.musicplatform.core.api.sync.WatchStatus.State;
import org.musicplatform.core.support.BackOff;
import org.musicplatform.core.support.NamedThreads;
import org.musicplatform.core.sync.job.Timing;
import org.musicplatform.core.sync.listing.Look;
import org.musicplatform.core.sync.source.Kinds;
import org.musicplatform.core.sync.source.ProviderCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source being watched, on a thread of its own, which a plug-in that hangs may keep. What it tells of is gathered for a
 * moment; of the rest a sweep takes care. Thread-safe.
 */
final class Watcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final NamedThreads THREADS = NamedThreads.numbered("core-worker-watch");
    private static final String NOW = "To have it looked at now: music index";
    private static final Duration LONGEST_AWAIT = Duration.ofMinutes(1);

    private final SourceAccount account;
    private final Kinds kinds;
    private final BiConsumer<SourceId, Look> look;
    private final Timing timing;
    private final Consumer<WatchStatus> teller;
    private final BackOff reopening;
    private final Sweep sweep;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private boolean sweeps; // used by the thread alone
    private volatile WatchStatus status;
    private volatile StorageProvider provider; // whose session is open
    private volatile Watch watch;
    private boolean closed; // guarded by this

    Watcher(
            SourceAccount account,
            Kinds kinds,
            BiConsumer<SourceId, Look> look,
            Timing timing,
            Consumer<WatchStatus> teller) {
        this.account = account;
        this.kinds = kinds;
        this.look = look;
        this.timing = timing;
        this.teller = teller;
        this.reopening = new BackOff(timing.sweepFirst().dividedBy(60), timing.sweepFirst());
        this.sweep = new Sweep(timing.sweepFirst(), timing.sweepLast(), System.nanoTime());
        this.status = new WatchStatus(account.id(), State.STARTING, "", "");
        this.thread = THREADS.newThread(this::work);
    }

    void start() {
        thread.start();
    }

    SourceAccount account() {
        return account;
    }

    WatchStatus status() {
        return status;
    }

    void looked(boolean changed) {
        sweep.looked(changed, System.nanoTime());
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void work() {
        int failures = 0;
        while (!isClosed()) {
            try {
                see();
                failures = 0;
            } catch (InterruptedException stopped) {
                return;
            } catch (CoreException | IOException lost) {
                failures++;
                tell(State.LOST, lost.getMessage(), "");
            } catch (RuntimeException | LinkageError faulty) {
                failures++;
                LOG.warn("Watching {} failed", account.name(), faulty);
                tell(
                        State.LOST,
                        "The provider '" + account.provider() + "' failed while watching " + account.name() + ": "
                                + ProviderCalls.words(faulty) + ".",
                        "Update or remove the plug-in that provides '" + account.provider() + "'.");
            }
            provider = null; // nothing of it is held while it may be replaced
            if (failures > 0 && !pause(reopening.after(failures))) {
                return;
            }
        }
    }

    /** Waits, until it is woken at the latest; false at the end. */
    private boolean pause(Duration time) {
        try {
            if (woken.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
            return !isClosed();
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    /** Watches until the provider is another one, or it fails. */
    private void see() throws IOException, InterruptedException {
        var kind = kinds.find(account.provider());
        provider = kind.provider();
        try (StorageSession session = provider.open(account, Credentials.NONE)) {
            var how = session.traits(kind.traits()).within(kind.traits()).watch();
            if (how != SourceTraits.Watching.NONE && session instanceof WatchingSession seeing) {
                follow(seeing, how);
                return;
            }
        }
        sweepOnly();
    }

    private boolean isCurrent() {
        return !isClosed() && kinds.find(account.provider()).provider() == provider;
    }

    private void sweepOnly() {
        tell(State.LATE, account.name() + " does not tell of changes. It is looked at now and then.", NOW);
        look(Look.ALL);
        while (isCurrent() && pause(sweep.left(System.nanoTime()))) {
            sweepIfDue();
        }
    }

    private void sweepIfDue() {
        long now = System.nanoTime();
        if (sweep.left(now).isZero()) {
            sweep.asked(now);
            look(Look.ALL);
        }
    }

    private void follow(WatchingSession session, SourceTraits.Watching how) throws IOException, InterruptedException {
        try (Watch opened = session.watch()) {
            watch = opened;
            follow(opened, how);
        } finally {
            watch = null;
        }
    }

    private void follow(Watch seeing, SourceTraits.Watching how) throws IOException, InterruptedException {
        while (isCurrent()) {
            var left = sweeps ? sweep.left(System.nanoTime()) : LONGEST_AWAIT;
            var changes = await(seeing, left.compareTo(LONGEST_AWAIT) < 0 ? left : LONGEST_AWAIT, how);
            if (!changes.isEmpty()) {
                gather(seeing, changes, how);
            }
            if (sweeps) {
                sweepIfDue();
            }
        }
    }

    private Watch.Changes await(Watch seeing, Duration atMost, SourceTraits.Watching how)
            throws IOException, InterruptedException {
        var changes = seeing.await(atMost);
        // a watch that says what it does not see looks there by itself
        sweeps = how == SourceTraits.Watching.UNRELIABLE && changes.blindness() == null;
        if (changes.blindness() != null) {
            tell(State.LATE, changes.blindness().reason(), changes.blindness().remedy());
        } else if (sweeps) {
            tell(
                    State.LATE,
                    "Some changes of " + account.name() + " are not told of, as those that other machines make. It is"
                            + " looked at now and then.",
                    NOW);
        } else {
            tell(State.SEEING, "", "");
        }
        return changes;
    }

    /** Many files come at once: the folder in which they lie is looked at once. */
    private void gather(Watch seeing, Watch.Changes first, SourceTraits.Watching how)
            throws IOException, InterruptedException {
        var gathered = Look.at(first);
        long end = System.nanoTime() + timing.gather().toNanos();
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                var changes = await(seeing, Duration.ofNanos(left), how);
                if (!changes.isEmpty()) {
                    gathered = gathered.and(Look.at(changes));
                }
            }
        } finally {
            look(gathered);
        }
    }

    private void look(Look wanted) {
        synchronized (this) {
            if (!closed) {
                look.accept(account.id(), wanted);
            }
        }
    }

    private void tell(State state, String reason, String remedy) {
        var now = new WatchStatus(account.id(), state, reason == null ? "" : reason, remedy);
        if (!now.equals(status) && !isClosed()) {
            status = now;
            teller.accept(now);
        }
    }

    /** Begins anew when the kind of source is another one now. */
    void providersChanged() {
        woken.release();
        var used = provider;
        var open = watch;
        if (open != null) {
            boolean replaced;
            try {
                replaced = kinds.find(account.provider()).provider() != used;
            } catch (CoreException gone) {
                replaced = true;
            }
            if (replaced) {
                close(open);
            }
        }
    }

    private void close(Watch open) {
        THREADS.newThread(() -> {
                    try {
                        open.close();
                    } catch (IOException | RuntimeException | LinkageError failed) {
                        LOG.debug("A watch of {} did not close", account.name(), failed);
                    }
                })
                .start();
    }

    /** Ends; no look is begun from now on. Does not wait for the plug-in. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.interrupt();
        var open = watch;
        if (open != null) {
            close(open);
        }
    }
}

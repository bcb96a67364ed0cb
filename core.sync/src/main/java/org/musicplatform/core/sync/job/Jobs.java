package org.musicplatform.core.sync.job;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.support.BackOff;
import org.musicplatform.core.support.NamedThreads;
import org.musicplatform.core.sync.listing.AudioFiles;
import org.musicplatform.core.sync.listing.Look;
import org.musicplatform.core.sync.listing.SourceListing;
import org.musicplatform.core.sync.reading.CpuBudget;
import org.musicplatform.core.sync.reading.IndexingCpu;
import org.musicplatform.core.sync.reading.Readings;
import org.musicplatform.core.sync.reading.Retries;
import org.musicplatform.core.sync.source.BusySources;
import org.musicplatform.core.sync.source.Kinds;
import org.musicplatform.core.sync.source.ProviderCalls;
import org.musicplatform.core.sync.source.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs under way, and what is to follow them: those that people start, and looks that a watch asks for, which give way
 * to the former. Thread-safe; what takes a while blocks.
 */
public final class Jobs implements Sources.Claims, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** How many sources are looked at side by side for people, and how many because a watch told of something. */
    private static final int FOR_PEOPLE = 4;

    private static final int FOR_WATCHES = 2;
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(64);

    /** What jobs work with. */
    public record Tools(
            LibraryWriter library,
            MetadataService metadata,
            Supplier<List<String>> playable,
            BooleanSupplier playing,
            Supplier<SettingsStore> settings,
            Clock clock,
            Consumer<CoreEvent> events,
            Timing timing) {

        /** Returns these tools with another listener. */
        public Tools withEvents(Consumer<CoreEvent> others) {
            return new Tools(library, metadata, playable, playing, settings, clock, others, timing);
        }
    }

    private final Tools tools;
    private final Kinds kinds;
    private final ProviderCalls calls;
    private final Executor workers;
    private final Executor callbacks;
    private final BusySources busy = new BusySources();
    private final JobLog log;
    private final Comparing comparing;
    private final ThreadPoolExecutor people = pool(FOR_PEOPLE, "core-worker-sync");
    private final ThreadPoolExecutor watches = pool(FOR_WATCHES, "core-worker-look");
    private final Map<SyncJobId, SyncRun> running = new ConcurrentHashMap<>();
    private final Map<SourceId, Look> following = new HashMap<>(); // when the source is free; guarded by itself
    private boolean closed; // guarded by running

    /**
     * @param kinds the kinds of source
     * @param workers where what blocks may run
     * @param callbacks where dependents of futures run
     */
    public Jobs(Tools tools, Kinds kinds, ProviderCalls calls, Executor workers, Executor callbacks) {
        this.tools = tools;
        this.kinds = kinds;
        this.calls = calls;
        this.workers = workers;
        this.callbacks = callbacks;
        this.log = new JobLog(tools.library());
        this.comparing = new Comparing(tools.library(), tools.metadata());
    }

    private static ThreadPoolExecutor pool(int size, String name) {
        var pool = new ThreadPoolExecutor(
                size, size, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), NamedThreads.numbered(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Starts a job that a person asks for. */
    public SyncJob start(List<SourceAccount> accounts, SyncOptions options, Look look) throws InterruptedException {
        var claim = claim(accounts.stream().map(SourceAccount::id).toList(), false);
        take(claim);
        return begin(accounts, options, look, claim);
    }

    /** Starts a job for a folder or all of a source, or has the one that works on it see to it. */
    public SyncJob refresh(SourceAccount account, Look look) throws InterruptedException {
        var run = busy.owner(account.id()) instanceof Claim at && !at.givesWay ? at.run : null;
        if (run == null) {
            return start(List.of(account), SyncOptions.DEFAULT, look);
        }
        if (look.folder() != null) {
            run.first(account.id(), look.folder());
        }
        look(account.id(), look);
        return run;
    }

    /** Looks at a source, now or when nobody works on it any more. Returns at once. */
    public void look(SourceId source, Look look) {
        follow(source, look);
        followUp(source);
    }

    private void follow(SourceId source, Look look) {
        synchronized (following) {
            following.merge(source, look, Look::and);
        }
    }

    /** Begins what is to follow, when nobody works on the source. */
    private void followUp(SourceId source) {
        var claim = claim(List.of(source), true);
        Look look;
        synchronized (following) {
            look = following.get(source);
            if (look == null || busy.tryTake(claim.sources, claim) != null) {
                return;
            }
            following.remove(source);
        }
        try {
            workers.execute(() -> lookNow(look, claim));
        } catch (RejectedExecutionException closing) {
            giveBack(claim);
        }
    }

    private void lookNow(Look look, Claim claim) {
        try {
            var account = tools.library().sources().stream()
                    .map(SourceStatus::account)
                    .filter(known -> claim.sources.contains(known.id()))
                    .toList();
            if (account.isEmpty()) {
                giveBack(claim); // forgotten meanwhile
            } else {
                begin(account, SyncOptions.DEFAULT, look, claim);
            }
        } catch (RuntimeException failed) {
            giveBack(claim);
            LOG.warn("A source could not be looked at: {}", failed.getMessage());
        }
    }

    private SyncJob begin(List<SourceAccount> accounts, SyncOptions options, Look look, Claim claim) {
        boolean started = false;
        try {
            if (look.kind() == Look.Kind.ALL) {
                synchronized (following) {
                    claim.sources.forEach(following::remove); // which this one sees too
                }
            }
            var settings = SyncSettings.of(tools.settings().get());
            boolean endless = options.pace() == SyncOptions.Pace.BACKGROUND;
            var limit = endless ? Duration.ZERO : settings.jobTimeout();
            var run = new SyncRun(
                    log.nextId(),
                    accounts,
                    scans(look, options, settings),
                    new SyncRun.Tools(
                            tools.clock(),
                            workers,
                            callbacks,
                            tools.events(),
                            limit,
                            orders -> comparing.run(orders, budget(cpu(options, settings)), options.compare())),
                    ended -> ended(ended, look, claim));
            if (!claim.givesWay) {
                log.note(run.status());
            }
            synchronized (running) {
                if (closed) {
                    throw new SyncException(
                            SyncException.STOPPED, true, "Indexing is being shut down. Start it again.");
                }
                running.put(run.id(), run);
                claim.run = run;
                run.begin(claim.givesWay ? watches : people);
                started = true;
            }
            if (claim.unwanted) {
                run.cancel();
            }
            return run;
        } finally {
            if (!started) {
                giveBack(claim);
            }
        }
    }

    private SyncRun.Scans scans(Look look, SyncOptions given, SyncSettings settings) {
        var options = given.withCpu(cpu(given, settings));
        var audio =
                new AudioFiles(tools.metadata().extensions(), tools.playable().get(), settings.extraExtensions());
        var timing = tools.timing();
        var retries =
                new Retries(tools.clock(), new BackOff(timing.backOff(), LONGEST_BACK_OFF), timing.whileWritten());
        var reading = new Readings.Tools(tools.metadata(), audio, settings.maxFileSize(), retries);
        return (account, orders, teller) -> new SourceScan(
                account,
                look,
                options,
                new SourceScan.Tools(
                        tools.library(),
                        reading,
                        settings,
                        budget(options.cpu()),
                        tools.playing(),
                        () -> comparing.liesHere(account.provider())),
                orders,
                new SourceListing(account, look, () -> kinds.find(account.provider()), calls),
                teller);
    }

    private static int cpu(SyncOptions options, SyncSettings settings) {
        return options.cpu() > 0 ? options.cpu() : settings.cpu();
    }

    private static CpuBudget budget(int percent) {
        return percent == 0 ? null : new CpuBudget(percent, new IndexingCpu(), System::nanoTime);
    }

    private void ended(SyncRun run, Look look, Claim claim) {
        var status = run.status();
        if (!claim.givesWay || isWorthKeeping(status)) {
            log.note(status);
        }
        if (claim.unwanted && status.state() == SyncState.CANCELLED) {
            claim.sources.forEach(source -> follow(source, look)); // made up for when who it gave way to is done
        }
        running.remove(run.id());
        giveBack(claim);
    }

    private static boolean isWorthKeeping(SyncStatus status) {
        var counts = status.counts();
        return status.state() != SyncState.COMPLETED && status.state() != SyncState.CANCELLED
                || counts.added() + counts.updated() + counts.missing() + counts.failed() > 0;
    }

    /** Sources taken for a job or a change of theirs. */
    private static final class Claim implements Sources.Taken {
        private final List<SourceId> sources;
        private final boolean givesWay;
        private final CompletableFuture<Void> freed = new CompletableFuture<>();
        private final Consumer<Claim> giveBack;
        private volatile SyncRun run; // null before it begins, and of a change of sources
        private volatile boolean unwanted;

        Claim(List<SourceId> sources, boolean givesWay, Consumer<Claim> giveBack) {
            this.sources = sources;
            this.givesWay = givesWay;
            this.giveBack = giveBack;
        }

        @Override
        public void close() {
            giveBack.accept(this);
        }
    }

    private Claim claim(List<SourceId> sources, boolean givesWay) {
        return new Claim(sources, givesWay, this::giveBack);
    }

    @Override
    public Sources.Taken take(List<SourceId> sources) throws InterruptedException {
        var claim = claim(sources, false);
        take(claim);
        return claim;
    }

    /** Takes all or none; looks for watches give way. */
    private void take(Claim claim) throws InterruptedException {
        while (busy.tryTake(claim.sources, claim) instanceof Claim other) {
            if (!other.givesWay) {
                throw BusySources.inProgress(claim.sources);
            }
            other.unwanted = true;
            var run = other.run;
            if (run != null) {
                run.cancel();
            }
            try {
                other.freed.get(5, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException stuck) {
                throw BusySources.inProgress(claim.sources);
            }
        }
    }

    private void giveBack(Claim claim) {
        busy.giveBack(claim.sources, claim);
        claim.freed.complete(null);
        claim.sources.forEach(this::followUp);
    }

    /** Finds a job of this or an earlier run; null when there is none. */
    public SyncJob find(SyncJobId id) {
        SyncJob job = running.get(id);
        if (job == null) {
            var status = log.find(id);
            job = status == null ? null : new EndedJob(status);
        }
        return job;
    }

    /** Returns the latest jobs, those under way as they stand now. */
    public List<SyncStatus> latest(int limit, Predicate<SyncStatus> wanted) {
        return log.latest(limit, wanted).stream()
                .map(kept -> {
                    var run = running.get(kept.job());
                    return run == null ? kept : run.status();
                })
                .toList();
    }

    /** Interrupts the jobs and waits for them, up to 5 seconds. */
    @Override
    public void close() {
        List<SyncRun> left;
        synchronized (running) {
            closed = true;
            left = List.copyOf(running.values());
        }
        left.forEach(SyncRun::cutOff);
        var ends = left.stream().map(SyncRun::end).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            LOG.warn("Indexing did not stop within 5 s and is left behind");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        people.shutdownNow();
        watches.shutdownNow();
    }
}

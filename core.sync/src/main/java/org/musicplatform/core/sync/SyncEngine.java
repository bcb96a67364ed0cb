package org.musicplatform.core.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.bridge.StateStore;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexing: the known sources, and the jobs that bring the library in line with them.
 *
 * <p>Settings: {@code sync.max-file-size}, bytes above which a file is not read (4 GiB); {@code sync.extensions-extra},
 * further extensions of audio files, separated by spaces.
 */
public final class SyncEngine implements SyncService, SourceService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    private final LibraryWriter library;
    private final MetadataService metadata;
    private final Supplier<List<String>> playable;
    private final Supplier<SettingsStore> settings;
    private final Clock clock;
    private final Consumer<CoreEvent> events;
    private final Timing timing;
    private final ProviderCalls calls;
    private final BusySources busy = new BusySources();
    private final Sources sources;
    private final JobHistory history;
    private final Map<SyncJobId, SyncRun> running = new ConcurrentHashMap<>();
    private final NamedThreads threads = NamedThreads.numbered("core-worker-sync");
    private final ExecutorService workers = Executors.newCachedThreadPool(NamedThreads.numbered("core-worker-source"));
    private final ExecutorService callbackThread =
            Executors.newSingleThreadExecutor(NamedThreads.single("core-callback-sync"));
    private final Executor callbacks = this::callBack;
    private boolean closed; // guarded by running

    /**
     * Creates an engine that indexes what tag readers know, and no file that only a decoder knows.
     *
     * @param providers the installed kinds of source now, best first
     * @param library where everything goes
     * @param metadata reads tags
     * @param state gives the store of the job history, or null when there is none now
     * @param settings gives the settings, or null when there are none now
     * @param clock the time
     * @param events told what happens; must return at once
     */
    public SyncEngine(
            Supplier<List<Provider>> providers,
            LibraryWriter library,
            MetadataService metadata,
            Supplier<StateStore> state,
            Supplier<SettingsStore> settings,
            Clock clock,
            Consumer<CoreEvent> events) {
        this(providers, library, metadata, List::of, state, settings, clock, events);
    }

    /**
     * Creates an engine.
     *
     * @param providers the installed kinds of source now, best first
     * @param library where everything goes
     * @param metadata reads tags
     * @param playable the extensions that the installed decoders claim now, lower case, without a dot
     * @param state gives the store of the job history, or null when there is none now
     * @param settings gives the settings, or null when there are none now
     * @param clock the time
     * @param events told what happens; must return at once
     */
    public SyncEngine(
            Supplier<List<Provider>> providers,
            LibraryWriter library,
            MetadataService metadata,
            Supplier<List<String>> playable,
            Supplier<StateStore> state,
            Supplier<SettingsStore> settings,
            Clock clock,
            Consumer<CoreEvent> events) {
        this(providers, library, metadata, playable, state, settings, clock, events, Timing.DEFAULT);
    }

    SyncEngine(
            Supplier<List<Provider>> providers,
            LibraryWriter library,
            MetadataService metadata,
            Supplier<List<String>> playable,
            Supplier<StateStore> state,
            Supplier<SettingsStore> settings,
            Clock clock,
            Consumer<CoreEvent> events,
            Timing timing) {
        this.library = library;
        this.metadata = metadata;
        this.playable = playable;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.timing = timing;
        this.calls = new ProviderCalls(timing.call());
        this.sources = new Sources(providers, library, calls, busy, clock, events);
        this.history = new JobHistory(state);
    }

    private void callBack(Runnable work) {
        try {
            callbackThread.execute(work);
        } catch (RejectedExecutionException closing) {
            work.run(); // whoever still waits gets an answer
        }
    }

    private <T> CompletableFuture<T> async(java.util.concurrent.Callable<T> work) {
        return CoreFuture.call(work, workers, callbacks);
    }

    @Override
    public CompletableFuture<SourceAccount> add(String provider, String location) {
        return async(() -> sources.add(provider, location));
    }

    @Override
    public CompletableFuture<List<SourceStatus>> list() {
        return async(sources::list);
    }

    @Override
    public CompletableFuture<Void> forget(SourceId id) {
        return async(() -> {
            sources.forget(id);
            return null;
        });
    }

    @Override
    public List<String> providers() {
        return sources.kinds();
    }

    @Override
    public CompletableFuture<SyncJob> start(Set<SourceId> wanted, SyncOptions options) {
        var ids = Set.copyOf(wanted);
        return async(() -> begin(ids, options));
    }

    private SyncJob begin(Set<SourceId> wanted, SyncOptions options) {
        var accounts = wanted.isEmpty()
                ? sources.list().stream().map(SourceStatus::account).toList()
                : wanted.stream().sorted().map(sources::known).toList();
        var ids = accounts.stream().map(SourceAccount::id).toList();
        busy.take(ids);
        boolean started = false;
        try {
            var tools = tools();
            SyncRun.Scans scans = (account, orders, failures, changed) -> {
                var pages = new Pages(account, () -> sources.provider(account.provider()), calls);
                return new SourceScan(account, options, tools, orders, pages, failures, changed);
            };
            var id = history.nextId();
            var job = new SyncRun(id, accounts, scans, clock, callbacks, events, ended -> {
                busy.giveBack(ids);
                history.note(ended);
                running.remove(id);
            });
            history.note(job.status());
            synchronized (running) {
                if (closed) {
                    throw new SyncException(
                            SyncException.STOPPED, true, "Indexing is being shut down. Start it again.");
                }
                running.put(job.id(), job);
                threads.newThread(job).start();
                started = true;
            }
            return job;
        } finally {
            if (!started) {
                busy.giveBack(ids);
            }
        }
    }

    private SourceScan.Tools tools() {
        var now = SyncSettings.of(settings.get());
        var audio = new AudioFiles(metadata.extensions(), playable.get(), now.extraExtensions());
        return new SourceScan.Tools(library, metadata, audio, now.maxFileSize(), clock, timing);
    }

    @Override
    public CompletableFuture<SyncJob> job(SyncJobId id) {
        return async(() -> {
            var job = running.get(id);
            if (job != null) {
                return job;
            }
            var ended = history.find(id);
            if (ended == null) {
                throw new SyncException(
                        SyncException.JOB_NOT_FOUND,
                        false,
                        "There is no job " + id + ". The history lists the last 100.");
            }
            return new EndedJob(ended);
        });
    }

    @Override
    public CompletableFuture<List<SyncStatus>> history(int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("limit must be 1 to 1,000: " + limit);
        }
        return async(() -> history.latest(limit).stream()
                .map(kept -> {
                    var job = running.get(kept.job());
                    return job == null ? kept : job.status();
                })
                .toList());
    }

    /** Interrupts the jobs and waits for them, up to 5 seconds. */
    @Override
    public void close() {
        List<SyncRun> left;
        synchronized (running) {
            closed = true;
            left = new ArrayList<>(running.values());
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
        workers.shutdownNow();
        calls.close();
        callbackThread.shutdown();
    }
}

package org.musicplatform.core.sync;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.api.sync.WatchStatus;
import org.musicplatform.core.support.CallbackThreads;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;
import org.musicplatform.core.sync.job.Jobs;
import org.musicplatform.core.sync.job.SyncSettings;
import org.musicplatform.core.sync.job.Timing;
import org.musicplatform.core.sync.listing.Look;
import org.musicplatform.core.sync.source.Kinds;
import org.musicplatform.core.sync.source.ProviderCalls;
import org.musicplatform.core.sync.source.Sources;
import org.musicplatform.core.sync.watch.Watches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexing: the known sources, the jobs that bring the library in line with them, and the watches that begin such jobs.
 *
 * <p>Its settings are told by {@link SyncSettings}.
 */
public final class SyncEngine implements SyncService, SourceService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final int MOST_LISTED = 1_000;

    private final LibraryWriter library;
    private final ProviderCalls calls;
    private final Sources sources;
    private final Jobs jobs;
    private final Watches watches;
    private final Consumer<CoreEvent> events;
    private final ExecutorService workers = Executors.newCachedThreadPool(NamedThreads.numbered("core-worker-source"));
    private final CallbackThreads callbacks = new CallbackThreads("sync", LOG::warn);

    /**
     * Creates an engine that indexes what tag readers know, and no file that only a decoder knows.
     *
     * @param providers the installed kinds of source now, best first
     * @param library where everything goes
     * @param metadata reads tags
     * @param settings gives the settings, or null when there are none now
     * @param clock the time
     * @param events told what happens; must return at once
     */
    public SyncEngine(
            Supplier<List<Provider>> providers,
            LibraryWriter library,
            MetadataService metadata,
            Supplier<SettingsStore> settings,
            Clock clock,
            Consumer<CoreEvent> events) {
        this(providers, library, metadata, List::of, () -> false, settings, clock, events);
    }

    /**
     * Creates an engine.
     *
     * @param providers the installed kinds of source now, best first
     * @param library where everything goes
     * @param metadata reads tags
     * @param playable the extensions that the installed decoders claim now, lower case, without a dot
     * @param playing tells whether something is played now, which needs a processor; returns at once
     * @param settings gives the settings, or null when there are none now
     * @param clock the time
     * @param events told what happens; must return at once
     */
    public SyncEngine(
            Supplier<List<Provider>> providers,
            LibraryWriter library,
            MetadataService metadata,
            Supplier<List<String>> playable,
            BooleanSupplier playing,
            Supplier<SettingsStore> settings,
            Clock clock,
            Consumer<CoreEvent> events) {
        this(providers, new Jobs.Tools(library, metadata, playable, playing, settings, clock, events, Timing.DEFAULT));
    }

    SyncEngine(Supplier<List<Provider>> providers, Jobs.Tools tools) {
        this.library = tools.library();
        this.calls = new ProviderCalls(tools.timing().call());
        var kinds = new Kinds(providers);
        Consumer<CoreEvent> events = tools.events();
        this.jobs = new Jobs(tools.withEvents(this::tell), kinds, calls, workers, callbacks);
        this.sources = new Sources(kinds, library, calls, jobs, tools.clock(), events);
        this.watches = new Watches(library, kinds, jobs::look, tools);
        this.events = events;
    }

    private void tell(CoreEvent event) {
        if (event instanceof SyncEnded ended) {
            watches.lookEnded(ended.status());
        }
        events.accept(event);
    }

    private <T> CompletableFuture<T> async(Callable<T> work) {
        return CoreFuture.call(work, workers, callbacks);
    }

    @Override
    public CompletableFuture<SourceAccount> add(String provider, String location) {
        return async(() -> {
            var added = sources.add(provider, location);
            watches.sourcesChanged();
            return added;
        });
    }

    @Override
    public CompletableFuture<List<SourceStatus>> list() {
        return async(sources::list);
    }

    @Override
    public CompletableFuture<Void> forget(SourceId id) {
        return async(() -> {
            sources.forget(id);
            watches.sourcesChanged();
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
        return async(() -> jobs.start(accounts(ids), options, Look.ALL));
    }

    private List<SourceAccount> accounts(Set<SourceId> wanted) {
        return wanted.isEmpty()
                ? sources.list().stream().map(SourceStatus::account).toList()
                : wanted.stream().sorted().map(sources::known).toList();
    }

    @Override
    public CompletableFuture<SyncJob> refresh(SourceId source, String folder) {
        return async(() -> jobs.refresh(sources.known(source), folder == null ? Look.ALL : Look.folder(folder)));
    }

    @Override
    public CompletableFuture<SyncJob> job(SyncJobId id) {
        return async(() -> {
            var job = jobs.find(id);
            if (job == null) {
                throw new SyncException(
                        SyncException.JOB_NOT_FOUND,
                        false,
                        "There is no job " + id + ". The history lists the latest ones.");
            }
            return job;
        });
    }

    @Override
    public CompletableFuture<List<SyncStatus>> history(int limit) {
        return history(limit, status -> true);
    }

    @Override
    public CompletableFuture<List<SyncStatus>> history(SourceId source, int limit) {
        return history(limit, status -> status.sources().contains(source));
    }

    private CompletableFuture<List<SyncStatus>> history(int limit, Predicate<SyncStatus> wanted) {
        requireLimit(limit);
        return async(() -> jobs.latest(limit, wanted));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new IllegalArgumentException("limit must be 1 to 1,000: " + limit);
        }
    }

    @Override
    public CompletableFuture<List<HeldSource>> held(int limit) {
        requireLimit(limit);
        return async(() -> sources.list().stream()
                .filter(status -> status.state() == SourceState.HELD)
                .map(status -> held(status, limit))
                .toList());
    }

    private HeldSource held(SourceStatus status, int limit) {
        var held = library.held(status.account().id(), limit);
        return held == null
                ? new HeldSource(status.account(), status.reason(), 0, List.of())
                : new HeldSource(status.account(), status.reason(), held.files(), held.paths());
    }

    @Override
    public CompletableFuture<Long> settle(SourceId source, boolean gone) {
        return async(() -> {
            sources.known(source);
            var taken = jobs.take(List.of(source));
            try {
                long missing = library.settle(source, gone);
                if (missing < 0) {
                    throw new SyncException(
                            SyncException.NOT_HELD,
                            false,
                            "Source " + source + " waits for no decision. To list those that do: music held");
                }
                return missing;
            } finally {
                taken.close();
            }
        });
    }

    @Override
    public CompletableFuture<Void> watch(Set<SourceId> wanted) {
        var ids = Set.copyOf(wanted);
        return async(() -> {
            ids.forEach(sources::known);
            watches.watch(ids);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> unwatch(Set<SourceId> wanted) {
        var ids = Set.copyOf(wanted);
        return async(() -> {
            watches.unwatch(ids);
            return null;
        });
    }

    @Override
    public CompletableFuture<List<WatchStatus>> watches() {
        return async(watches::list);
    }

    /** Has watches turn to the kinds of source of now, when theirs went. Returns at once. */
    public void providersChanged() {
        watches.providersChanged();
    }

    /** Ends watches and jobs and waits for them, up to 5 seconds. */
    @Override
    public void close() {
        watches.close();
        jobs.close();
        workers.shutdownNow();
        calls.close();
        callbacks.close();
    }
}

package org.musicplatform.core.service;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.api.sync.WatchStatus;

/** Indexing with handles that outlive the service that gave them out. */
final class KeptJobs implements SyncService {

    /** A job as one implementation gave it out. */
    record Bound(CallGate<SyncService> gate, SyncJob job) {}

    private final Part<SyncService> part;
    private final Set<KeptJob> open = ConcurrentHashMap.newKeySet(); // whose end is still to come

    KeptJobs(Part<SyncService> part) {
        this.part = part;
        part.onChange(() -> open.forEach(KeptJob::rebindIfCutOff));
    }

    @Override
    public CompletableFuture<SyncJob> start(Set<SourceId> sources, SyncOptions options) {
        return ask(service -> service.start(sources, options)).thenApply(this::keep);
    }

    @Override
    public CompletableFuture<SyncJob> job(SyncJobId id) {
        return find(id).thenApply(this::keep);
    }

    @Override
    public CompletableFuture<List<SyncStatus>> history(int limit) {
        return part.stable().history(limit);
    }

    @Override
    public CompletableFuture<List<SyncStatus>> history(SourceId source, int limit) {
        return part.stable().history(source, limit);
    }

    @Override
    public CompletableFuture<SyncJob> refresh(SourceId source, String folder) {
        return ask(service -> service.refresh(source, folder)).thenApply(this::keep);
    }

    @Override
    public CompletableFuture<List<HeldSource>> held(int limit) {
        return part.stable().held(limit);
    }

    @Override
    public CompletableFuture<Long> settle(SourceId source, boolean gone) {
        return part.stable().settle(source, gone);
    }

    @Override
    public CompletableFuture<Void> watch(Set<SourceId> sources) {
        return part.stable().watch(sources);
    }

    @Override
    public CompletableFuture<Void> unwatch(Set<SourceId> sources) {
        return part.stable().unwatch(sources);
    }

    @Override
    public CompletableFuture<List<WatchStatus>> watches() {
        return part.stable().watches();
    }

    CompletableFuture<Bound> find(SyncJobId id) {
        return ask(service -> service.job(id));
    }

    private CompletableFuture<Bound> ask(Function<SyncService, CompletableFuture<SyncJob>> call) {
        var gate = part.enter();
        if (gate == null) {
            return CompletableFuture.failedFuture(part.missing());
        }
        CompletableFuture<SyncJob> asked;
        try {
            asked = call.apply(gate.service());
        } catch (RuntimeException | Error thrown) {
            gate.leave();
            throw thrown;
        }
        return gate.leaveWith(asked).thenApply(job -> new Bound(gate, job));
    }

    private SyncJob keep(Bound bound) {
        for (KeptJob known : open) { // as many as there are jobs under way
            if (known.isBoundTo(bound)) {
                return known;
            }
        }
        var kept = new KeptJob(this, bound);
        open.add(kept);
        kept.end().whenComplete((report, failure) -> open.remove(kept));
        kept.rebindIfCutOff(); // the service may have gone before the handle was known here
        return kept;
    }
}

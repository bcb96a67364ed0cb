package org.musicplatform.core.sync.component;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.source.spi.SourceProperties;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageProviderPlugin;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.api.sync.WatchStatus;
import org.musicplatform.core.support.RankedServices;
import org.musicplatform.core.sync.Provider;
import org.musicplatform.core.sync.SyncEngine;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Indexing as a service. */
@Component(service = {SyncService.class, SourceService.class})
public final class SyncComponent implements SyncService, SourceService {

    private final RankedServices<ServiceReference<StorageProvider>, StorageProvider> providers = new RankedServices<>();
    private final SyncEngine engine;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SettingsStore settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventAdmin eventAdmin;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PlaybackService playback;

    @Activate
    public SyncComponent(@Reference LibraryWriter library, @Reference MetadataService metadata) {
        engine = new SyncEngine(
                this::installed,
                library,
                metadata,
                this::playable,
                this::isPlaying,
                () -> settings,
                Clock.systemUTC(),
                this::post);
    }

    @Reference(
            name = "provider",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updatedProvider")
    void bindProvider(ServiceReference<StorageProvider> reference, StorageProvider provider) {
        providers.put(reference, provider);
        engine.providersChanged();
    }

    void updatedProvider(ServiceReference<StorageProvider> reference, StorageProvider provider) {
        providers.put(reference, provider);
        engine.providersChanged();
    }

    void unbindProvider(ServiceReference<StorageProvider> reference, StorageProvider provider) {
        providers.remove(reference);
        engine.providersChanged();
    }

    private List<Provider> installed() {
        return providers.all().stream()
                .filter(p -> p.reference().getProperty(StorageProviderPlugin.ID) instanceof String)
                .map(p -> new Provider(
                        (String) p.reference().getProperty(StorageProviderPlugin.ID),
                        SourceProperties.traits(p.reference()::getProperty),
                        p.service()))
                .toList();
    }

    private boolean isPlaying() {
        var player = playback;
        return player != null
                && player.players().stream()
                        .anyMatch(each -> switch (each.status().state()) {
                            case BUFFERING, PLAYING, STALLED -> true;
                            default -> false;
                        });
    }

    private List<String> playable() {
        var player = playback;
        return player == null
                ? List.of()
                : player.decoders().stream()
                        .flatMap(decoder -> decoder.extensions().stream())
                        .toList();
    }

    private void post(CoreEvent event) {
        var bus = eventAdmin;
        if (bus != null) {
            bus.postEvent(new Event(event.topic(), event.properties()));
        }
    }

    @Deactivate
    void stop() {
        engine.close();
    }

    @Override
    public CompletableFuture<SyncJob> start(Set<SourceId> sources, SyncOptions options) {
        return engine.start(sources, options);
    }

    @Override
    public CompletableFuture<SyncJob> refresh(SourceId source, String folder) {
        return engine.refresh(source, folder);
    }

    @Override
    public CompletableFuture<SyncJob> job(SyncJobId id) {
        return engine.job(id);
    }

    @Override
    public CompletableFuture<List<SyncStatus>> history(int limit) {
        return engine.history(limit);
    }

    @Override
    public CompletableFuture<List<SyncStatus>> history(SourceId source, int limit) {
        return engine.history(source, limit);
    }

    @Override
    public CompletableFuture<List<HeldSource>> held(int limit) {
        return engine.held(limit);
    }

    @Override
    public CompletableFuture<Long> settle(SourceId source, boolean gone) {
        return engine.settle(source, gone);
    }

    @Override
    public CompletableFuture<Void> watch(Set<SourceId> sources) {
        return engine.watch(sources);
    }

    @Override
    public CompletableFuture<Void> unwatch(Set<SourceId> sources) {
        return engine.unwatch(sources);
    }

    @Override
    public CompletableFuture<List<WatchStatus>> watches() {
        return engine.watches();
    }

    @Override
    public CompletableFuture<SourceAccount> add(String provider, String location) {
        return engine.add(provider, location);
    }

    @Override
    public CompletableFuture<List<SourceStatus>> list() {
        return engine.list();
    }

    @Override
    public CompletableFuture<Void> forget(SourceId id) {
        return engine.forget(id);
    }

    @Override
    public List<String> providers() {
        return engine.providers();
    }
}

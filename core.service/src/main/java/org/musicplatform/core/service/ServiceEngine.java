package org.musicplatform.core.service;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.Health;
import org.musicplatform.core.api.InstalledBundle;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.bridge.StateStore;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventFilter;
import org.musicplatform.core.api.event.EventStream;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.LyricsStore;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.UserDataService;
import org.musicplatform.core.api.metadata.ArtworkFinder;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.sync.SyncService;

/** The façade by plain constructor: whoever wires it binds the parts. */
public final class ServiceEngine implements CoreService, AutoCloseable {

    private final Part<LibraryService> library;
    private final Part<PlaylistService> playlists;
    private final Part<UserDataService> userData;
    private final Part<LyricsStore> lyrics;
    private final Part<ArtworkStore> artwork;
    private final Part<ArtworkFinder> artworkFinder;
    private final Part<SourceService> sources;
    private final SyncService jobs;
    private final Part<MetadataService> metadata;
    private final Part<ContentService> content;
    private final Part<PlaybackService> playback;
    private final Part<PluginService> plugins;
    private final List<Part<?>> parts;
    private final EventLog events;
    private final HealthBoard health;
    private final Supplier<List<InstalledBundle>> bundles;

    /**
     * Creates a façade without parts.
     *
     * @param clock tells since when something is as it is
     * @param post where the façade's own events go
     * @param bundles what is installed; an empty list outside a framework
     * @param wiring components that wait for something; an empty list outside a framework
     * @param failures why a bundle, by symbolic name, could not start what it offers, or null when nothing is known
     */
    public ServiceEngine(
            Clock clock,
            Consumer<CoreEvent> post,
            Supplier<List<InstalledBundle>> bundles,
            Supplier<List<ComponentHealth>> wiring,
            Function<String, String> failures) {
        var factory = new PartFactory(clock, post, failures);
        this.library = factory.part(LibraryService.class, Capability.LIBRARY, "org.musicplatform.core.library");
        this.playlists = factory.part(PlaylistService.class, Capability.LIBRARY, "org.musicplatform.core.library");
        this.userData = factory.part(UserDataService.class, Capability.LIBRARY, "org.musicplatform.core.library");
        this.lyrics = factory.part(LyricsStore.class, Capability.LIBRARY, "org.musicplatform.core.library");
        this.artwork = factory.part(ArtworkStore.class, Capability.LIBRARY, "org.musicplatform.core.library");
        this.artworkFinder = factory.part(ArtworkFinder.class, Capability.METADATA, "org.musicplatform.core.metadata");
        var sync = factory.part(SyncService.class, Capability.SYNC, "org.musicplatform.core.sync");
        this.jobs = new KeptJobs(sync);
        this.sources = factory.part(SourceService.class, Capability.SYNC, "org.musicplatform.core.sync");
        this.metadata = factory.part(MetadataService.class, Capability.METADATA, "org.musicplatform.core.metadata");
        this.content = factory.part(ContentService.class, Capability.CONTENT, "org.musicplatform.platform.content");
        this.playback = factory.part(PlaybackService.class, Capability.PLAYBACK, "org.musicplatform.core.playback");
        this.plugins = factory.part(PluginService.class, Capability.PLUGINS, "org.musicplatform.platform.plugins");
        this.parts = List.of(
                library,
                playlists,
                userData,
                lyrics,
                artwork,
                artworkFinder,
                sync,
                sources,
                metadata,
                content,
                playback,
                plugins,
                factory.part(AudioDecoderFactory.class, Capability.DECODERS, "org.musicplatform.decoders.ffmpeg"),
                factory.part(PlaybackAdapter.class, Capability.OUTPUTS, "org.musicplatform.outputs.javasound"),
                factory.part(StorageProvider.class, Capability.SOURCES, "org.musicplatform.sources.local"),
                factory.part(FileSystemAccess.class, Capability.FILE_SYSTEM, "org.musicplatform.platform.filesystem"),
                factory.part(SettingsStore.class, Capability.SETTINGS, "org.musicplatform.platform.settings"),
                factory.part(StateStore.class, Capability.STATE, "org.musicplatform.platform.state"));
        this.events = new EventLog();
        this.health = new HealthBoard(
                clock, parts, library.stable(), sources.stable(), jobs, playback.stable(), plugins.stable(), wiring);
        this.bundles = bundles;
    }

    /** Returns the parts to bind, each by its interface. */
    public List<Part<?>> parts() {
        return parts;
    }

    /** Takes an event from the bus into the log and the streams. Returns at once. */
    public void publish(CoreEvent event) {
        events.publish(event);
    }

    @Override
    public LibraryService library() {
        return library.stable();
    }

    @Override
    public PlaylistService playlists() {
        return playlists.stable();
    }

    @Override
    public UserDataService userData() {
        return userData.stable();
    }

    @Override
    public LyricsStore lyrics() {
        return lyrics.stable();
    }

    @Override
    public ArtworkStore artwork() {
        return artwork.stable();
    }

    @Override
    public ArtworkFinder artworkFinder() {
        return artworkFinder.stable();
    }

    @Override
    public SourceService sources() {
        return sources.stable();
    }

    @Override
    public SyncService sync() {
        return jobs;
    }

    @Override
    public MetadataService metadata() {
        return metadata.stable();
    }

    @Override
    public ContentService content() {
        return content.stable();
    }

    @Override
    public PlaybackService playback() {
        return playback.stable();
    }

    @Override
    public PluginService plugins() {
        return plugins.stable();
    }

    @Override
    public Health health() {
        return health.look();
    }

    @Override
    public List<InstalledBundle> bundles() {
        return bundles.get();
    }

    @Override
    public EventStream events(EventFilter filter) {
        return events.open(filter);
    }

    @Override
    public void close() {
        events.close();
    }
}

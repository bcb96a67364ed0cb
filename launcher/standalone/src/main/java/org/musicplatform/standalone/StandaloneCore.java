package org.musicplatform.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.library.LibraryKeeper;
import org.musicplatform.core.metadata.MetadataEngine;
import org.musicplatform.core.metadata.Reader;
import org.musicplatform.core.metadata.artwork.PictureFinder;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.metadata.text.LegacyCharsetSetting;
import org.musicplatform.core.playback.Decoder;
import org.musicplatform.core.playback.Output;
import org.musicplatform.core.playback.PlaybackEngine;
import org.musicplatform.core.service.Part;
import org.musicplatform.core.service.ServiceEngine;
import org.musicplatform.core.sync.Provider;
import org.musicplatform.core.sync.SyncEngine;
import org.musicplatform.decoders.ffmpeg.FfmpegDecoderFactory;
import org.musicplatform.decoders.ffmpeg.NativeCache;
import org.musicplatform.decoders.pcm.PcmDecoderFactory;
import org.musicplatform.outputs.file.FileAdapter;
import org.musicplatform.outputs.file.NullAdapter;
import org.musicplatform.outputs.javasound.JavaSoundAdapter;
import org.musicplatform.platform.content.ContentEngine;
import org.musicplatform.platform.filesystem.LocalFileSystemAccess;
import org.musicplatform.platform.settings.FileSettingsStore;
import org.musicplatform.platform.state.FileStateStore;
import org.musicplatform.sources.local.LocalStorageProvider;

/**
 * The engines of the core, wired by their constructors. Copy it to leave something out, or to put something of your own
 * in: this is all the wiring there is.
 *
 * <pre>{@code
 * try (var standalone = StandaloneCore.open(Path.of("music-home"))) {
 *     CoreService core = standalone.core();
 *     ...
 * }
 * }</pre>
 */
public final class StandaloneCore implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final LibraryKeeper keeper;
    private final ContentEngine content;
    private final MetadataEngine metadata;
    private final PictureFinder pictures;
    private final SyncEngine sync;
    private final FfmpegDecoderFactory ffmpeg;
    private final PlaybackEngine playback;
    private final ServiceEngine service;

    private StandaloneCore(Path home) {
        var clock = Clock.systemUTC();
        // the façade is the bus: there is no other
        Supplier<ServiceEngine> bus = this::service;
        Consumer<CoreEvent> post = event -> bus.get().publish(event);
        this.service = new ServiceEngine(clock, post, List::of, List::of, bundle -> null);

        var files = new LocalFileSystemAccess(home);
        var settings = new FileSettingsStore(files);
        var state = new FileStateStore(files);
        var local = new LocalStorageProvider(() -> settings);
        this.keeper = new LibraryKeeper(files.dataDirectory().resolve("library.db"), clock, post);
        Object library = keeper.service();
        var writer = (LibraryWriter) library;
        this.content = new ContentEngine(id -> id.equals("local") ? local : null, IDLE);
        var legacy = new LegacyCharsetSetting(() -> settings);
        var reader = new Reader(NativeTagReader.ID, NativeTagReader.EXTENSIONS, new NativeTagReader(legacy));
        this.metadata = new MetadataEngine(content, () -> List.of(reader), legacy);
        this.pictures = new PictureFinder((LibraryService) library, (ArtworkStore) library, metadata);
        var provider = new Provider("local", LocalStorageProvider.TRAITS, local);
        this.sync = new SyncEngine(() -> List.of(provider), writer, metadata, () -> settings, clock, post);
        var natives = new NativeCache(files.cacheDirectory().resolve("native"));
        this.ffmpeg = new FfmpegDecoderFactory(natives::use);
        var decoders = List.of(
                new Decoder("pcm", List.of("wav", "wave", "aif", "aiff", "aifc"), new PcmDecoderFactory()),
                new Decoder("ffmpeg", List.of(), ffmpeg));
        var outputs = List.of(
                new Output("javasound", true, new JavaSoundAdapter()),
                new Output("file", false, new FileAdapter()),
                new Output("null", true, new NullAdapter()));
        this.playback = new PlaybackEngine(
                () -> (LibraryService) library,
                () -> content,
                () -> decoders,
                () -> outputs,
                new LibraryNotes(writer),
                clock,
                post);

        for (Part<?> part : service.parts()) {
            List.of(
                            library,
                            content,
                            metadata,
                            pictures,
                            sync,
                            playback,
                            files,
                            settings,
                            state,
                            local,
                            outputs.get(0).adapter(),
                            ffmpeg)
                    .forEach(engine -> bind(part, engine));
        }
    }

    private ServiceEngine service() {
        return service;
    }

    private static <T> void bind(Part<T> part, Object engine) {
        if (part.type().isInstance(engine)) {
            part.bind(engine.getClass().getName(), part.type().cast(engine));
        }
    }

    /**
     * Opens a core. When the library cannot be opened, because it is in use, newer or damaged, the core opens without it:
     * its health and every call that needs it say why, and {@code library()} takes the orders that bring it back.
     *
     * @param home directory of library, settings and cache; made when it is not there; not null
     * @return the core, which the caller closes; not null
     */
    public static StandaloneCore open(Path home) {
        return new StandaloneCore(home.toAbsolutePath().normalize());
    }

    /**
     * Returns the façade.
     *
     * @return good until this is closed, never null
     */
    public CoreService core() {
        return service;
    }

    /** Ends jobs and players, writes what is queued, and gives the library back. */
    @Override
    public void close() {
        playback.close();
        sync.close();
        pictures.close();
        metadata.close();
        content.close();
        ffmpeg.close();
        keeper.close();
        service.close();
    }
}

package org.musicplatform.core.playback.component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.playback.DecoderInfo;
import org.musicplatform.core.api.playback.OutputInfo;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioDecoderPlugin;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.playback.Decoder;
import org.musicplatform.core.playback.Output;
import org.musicplatform.core.playback.PlaybackEngine;
import org.musicplatform.core.playback.PlaybackNotes;
import org.musicplatform.core.support.RankedServices;
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

/** Registers playing, and binds what it plays with: all of it may come and go while music plays. */
@Component(service = PlaybackService.class)
public final class PlaybackComponent implements PlaybackService {

    private final RankedServices<ServiceReference<AudioDecoderFactory>, Decoder> decoders = new RankedServices<>();
    private final RankedServices<ServiceReference<PlaybackAdapter>, Output> outputs = new RankedServices<>();
    private final PlaybackEngine engine;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LibraryService library;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LibraryWriter writer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ContentService content;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventAdmin bus;

    @Activate
    public PlaybackComponent() {
        this.engine = new PlaybackEngine(
                () -> library,
                () -> content,
                () -> services(decoders),
                () -> services(outputs),
                new Notes(),
                Clock.systemUTC(),
                this::post);
    }

    private static <T> List<T> services(RankedServices<?, T> ranked) {
        return ranked.all().stream().map(RankedServices.Ranked::service).toList();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, updated = "addDecoder")
    void addDecoder(ServiceReference<AudioDecoderFactory> reference, AudioDecoderFactory factory) {
        String id = String.valueOf(reference.getProperty(AudioDecoderPlugin.ID));
        decoders.put(
                reference, new Decoder(id, strings(reference.getProperty(AudioDecoderPlugin.EXTENSIONS)), factory));
    }

    void removeDecoder(ServiceReference<AudioDecoderFactory> reference) {
        decoders.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, updated = "addOutput")
    void addOutput(ServiceReference<PlaybackAdapter> reference, PlaybackAdapter adapter) {
        String id = String.valueOf(reference.getProperty(PlaybackAdapterPlugin.ID));
        boolean automatic = !Boolean.FALSE.equals(reference.getProperty(PlaybackAdapterPlugin.AUTOMATIC));
        outputs.put(reference, new Output(id, automatic, adapter));
    }

    void removeOutput(ServiceReference<PlaybackAdapter> reference) {
        outputs.remove(reference);
    }

    private static List<String> strings(Object property) {
        if (property instanceof String[] several) {
            return Arrays.asList(several);
        }
        return property == null ? List.of() : List.of(property.toString());
    }

    /** Hands what playing finds out to the library of the moment. */
    private final class Notes implements PlaybackNotes {

        @Override
        public void counted(FileId file, Duration duration) {
            var now = writer;
            if (now != null) {
                now.correctDuration(file, duration);
            }
        }

        @Override
        public void heard(TrackId track, Instant started, Duration heard) {
            var now = writer;
            if (now != null) {
                now.notePlay(track, started, heard);
            }
        }
    }

    private void post(CoreEvent event) {
        var now = bus;
        if (now != null) {
            now.postEvent(new Event(event.topic(), event.properties()));
        }
    }

    @Override
    public CompletableFuture<Player> open(OutputRequest output) {
        return engine.open(output);
    }

    @Override
    public List<Player> players() {
        return engine.players();
    }

    @Override
    public List<OutputInfo> outputs() {
        return engine.outputs();
    }

    @Override
    public List<DecoderInfo> decoders() {
        return engine.decoders();
    }

    @Deactivate
    void deactivate() {
        engine.close();
    }
}

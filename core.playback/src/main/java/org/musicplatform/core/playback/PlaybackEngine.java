package org.musicplatform.core.playback;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.playback.DecoderInfo;
import org.musicplatform.core.api.playback.OutputInfo;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.playback.PlayerId;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.support.CallbackThreads;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;
import org.musicplatform.core.support.PluginGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Playing by plain constructor. */
public final class PlaybackEngine implements PlaybackService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybackEngine.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Supplier<LibraryService> library;
    private final Supplier<List<Decoder>> decoders;
    private final Supplier<List<Output>> outputs;
    private final Clock clock;
    private final Consumer<CoreEvent> post;
    private final PluginGuard guard;
    private final Opening opening;
    private final ExecutorService workers =
            Executors.newCachedThreadPool(NamedThreads.numbered("core-worker-playback"));
    private final CallbackThreads callbacks = new CallbackThreads("playback", LOG::warn);
    private final CopyOnWriteArrayList<QueuePlayer> players = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();

    /**
     * Creates an engine without players.
     *
     * @param library where tracks are looked up; it supplies null while there is none
     * @param content where bytes come from; it supplies null while there is none
     * @param decoders the decoders of the moment, best first
     * @param outputs the outputs of the moment, best first
     * @param notes told what playing finds out
     * @param clock the time of events
     * @param post where events go; must return at once
     */
    public PlaybackEngine(
            Supplier<LibraryService> library,
            Supplier<ContentService> content,
            Supplier<List<Decoder>> decoders,
            Supplier<List<Output>> outputs,
            PlaybackNotes notes,
            Clock clock,
            Consumer<CoreEvent> post) {
        this(library, content, decoders, outputs, notes, clock, post, LIMIT);
    }

    PlaybackEngine(
            Supplier<LibraryService> library,
            Supplier<ContentService> content,
            Supplier<List<Decoder>> decoders,
            Supplier<List<Output>> outputs,
            PlaybackNotes notes,
            Clock clock,
            Consumer<CoreEvent> post,
            Duration limit) {
        this.library = library;
        this.decoders = decoders;
        this.outputs = outputs;
        this.clock = clock;
        this.post = post;
        this.guard = new PluginGuard("core-worker-decoder", limit);
        this.opening = new Opening(library, content, decoders, guard, notes, clock);
    }

    @Override
    public CompletableFuture<Player> open(OutputRequest request) {
        return CoreFuture.call(
                () -> {
                    var outlet = Outlet.find(request, outputs, guard);
                    var id = new PlayerId(lastId.incrementAndGet());
                    var player = new QueuePlayer(
                            id,
                            opening,
                            outlet,
                            new Queue(library),
                            workers,
                            callbacks,
                            new Announcer(id, clock, post),
                            players::remove);
                    players.add(0, player);
                    return player;
                },
                workers,
                callbacks);
    }

    @Override
    public List<Player> players() {
        return List.copyOf(players);
    }

    @Override
    public List<OutputInfo> outputs() {
        return outputs.get().stream()
                .map(output -> new OutputInfo(output.id(), unavailable(output)))
                .toList();
    }

    private static String unavailable(Output output) {
        try {
            return output.adapter().unavailable();
        } catch (RuntimeException | LinkageError e) {
            return "It failed: " + e;
        }
    }

    @Override
    public List<DecoderInfo> decoders() {
        return decoders.get().stream()
                .map(decoder -> new DecoderInfo(decoder.id(), decoder.extensions()))
                .toList();
    }

    @Override
    public void close() {
        players.forEach(QueuePlayer::close);
        workers.shutdownNow();
        guard.close();
        callbacks.close();
    }
}

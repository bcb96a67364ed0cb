package org.musicplatform.core.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.playback.PlayQueue;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.playback.PlayerId;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.playback.PlayerStatus;
import org.musicplatform.core.api.playback.QueueItem;
import org.musicplatform.core.support.CoreFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A player: its decode thread carries out commands in order, and decodes between them. */
final class QueuePlayer implements Player {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePlayer.class);

    private static final Duration START_OF_ITEM = Duration.ofSeconds(3);
    private static final long TICK_NANOS = 50_000_000;
    private static final long IDLE_NANOS = 1_000_000_000;
    private static final long CLOSE_MILLIS = 2_000;

    private final PlayerId id;
    private final Opening opening;
    private final Outlet outlet;
    private final Executor ahead;
    private final Executor callbacks;
    private final Announcer announcer;
    private final Consumer<QueuePlayer> gone;
    private final Queue queue;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Command> commands = new ConcurrentLinkedQueue<>();

    private volatile PlaySession session; // replaced by the decode thread alone
    private volatile PlayerState resting = PlayerState.IDLE;
    private volatile String reason = "";
    private volatile double volume = 1;
    private volatile boolean closing;
    private volatile CompletableFuture<PlaybackReport> end = new CompletableFuture<>(); // one for each session; as that

    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    private record Command(Action action, CompletableFuture<Void> done) {}

    QueuePlayer(
            PlayerId id,
            Opening opening,
            Outlet outlet,
            Queue queue,
            Executor ahead,
            Executor callbacks,
            Announcer announcer,
            Consumer<QueuePlayer> gone) {
        this.id = id;
        this.opening = opening;
        this.outlet = outlet;
        this.queue = queue;
        this.ahead = ahead;
        this.callbacks = callbacks;
        this.announcer = announcer;
        this.gone = gone;
        this.thread = new Thread(this::run, "decode-" + id);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public PlayerId id() {
        return id;
    }

    @Override
    public PlayQueue queue() {
        return queue;
    }

    @Override
    public PlayerStatus status() {
        var playing = session;
        if (playing == null) {
            var output = new PlayerStatus.Output(outlet.id(), null, "", 0, 0);
            return new PlayerStatus(resting, null, -1, Duration.ZERO, null, volume, output, reason);
        }
        var sounding = playing.sounding();
        var heard = sounding.heard();
        var beginning = heard.beginning();
        var format = sounding.format();
        var output = new PlayerStatus.Output(
                outlet.id(),
                format,
                beginning == null ? "" : beginning.decoder(),
                sounding.peak(),
                sounding.underruns());
        if (beginning == null) {
            return new PlayerStatus(state(sounding), null, -1, Duration.ZERO, null, volume, output, "");
        }
        var item = beginning.item();
        var length = beginning.length() < 0 ? item.duration() : format.duration(beginning.length());
        long frame = beginning.length() < 0 ? heard.frame() : Math.min(heard.frame(), beginning.length());
        return new PlayerStatus(state(sounding), item, place(item), format.duration(frame), length, volume, output, "");
    }

    private int place(QueueItem item) {
        var items = queue.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id() == item.id()) {
                return i;
            }
        }
        return -1;
    }

    private static PlayerState state(Sounding sounding) {
        if (sounding.isPaused()) {
            return PlayerState.PAUSED;
        }
        return switch (sounding.phase()) {
            case FILLING -> PlayerState.BUFFERING;
            case SOUNDING -> PlayerState.PLAYING;
            case STALLED -> PlayerState.STALLED;
        };
    }

    @Override
    public CompletableFuture<Void> play() {
        return ask(() -> {
            var playing = session;
            if (playing != null) {
                playing.sounding().resume();
            } else {
                begin(queue.at(queue.current()));
            }
        });
    }

    @Override
    public CompletableFuture<Void> play(int index) {
        return ask(() -> goTo(queue.at(index)));
    }

    @Override
    public CompletableFuture<Void> pause() {
        return ask(() -> {
            var playing = session;
            if (playing != null) {
                playing.sounding().pause();
            }
        });
    }

    @Override
    public CompletableFuture<Void> next() {
        return ask(() -> {
            var next = queue.beside(heard(), 1);
            if (next == null) {
                end(PlayerState.COMPLETED, "");
            } else {
                goTo(next);
            }
        });
    }

    @Override
    public CompletableFuture<Void> previous() {
        return ask(() -> {
            var item = heard();
            var before = queue.beside(item, -1);
            boolean back = before != null && status().position().compareTo(START_OF_ITEM) < 0;
            goTo(back ? before : item);
        });
    }

    @Override
    public CompletableFuture<Void> seek(Duration position) {
        if (position.isNegative()) {
            throw new IllegalArgumentException("position must not be negative: " + position);
        }
        return ask(() -> session().jump(heard(), position));
    }

    @Override
    public void setVolume(double factor) {
        if (!(factor >= 0 && factor <= 1)) {
            throw new IllegalArgumentException("volume must be 0 to 1: " + factor);
        }
        volume = factor;
        var playing = session;
        if (playing != null) {
            playing.sounding().volume(factor);
        }
    }

    @Override
    public CompletableFuture<Void> stop() {
        return ask(() -> end(PlayerState.STOPPED, ""));
    }

    @Override
    public CompletableFuture<PlaybackReport> completion() {
        return CoreFuture.view(end, () -> {}, callbacks);
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> ask(Action action) {
        var done = new CoreFuture<Void>(() -> {}, callbacks);
        commands.add(new Command(action, done));
        if (closing) {
            refuse();
        }
        LockSupport.unpark(thread);
        return done;
    }

    private void refuse() {
        for (var command = commands.poll(); command != null; command = commands.poll()) {
            var refused = command.done();
            callbacks.execute(() -> refused.completeExceptionally(
                    new PlaybackException(PlaybackException.SERVICE_GONE, "The player " + id + " is closed.")));
        }
    }

    // the decode thread

    private void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted", id);
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", id, e);
            reason = "Internal error; the log has the details.";
        } finally {
            closing = true;
            quit();
        }
    }

    private void turn() throws InterruptedException {
        var command = commands.poll();
        if (command != null) {
            carryOut(command);
            tick();
            return;
        }
        var playing = session;
        if (playing == null) {
            LockSupport.parkNanos(this, IDLE_NANOS);
            return;
        }
        boolean worked = playing.advance();
        tick();
        if (playing.hasEnded()) {
            settle(playing.ended());
        } else if (!outlet.isThere()) {
            end(PlayerState.FAILED, "The output " + outlet.id() + " was removed.");
        } else if (!worked) {
            LockSupport.parkNanos(this, TICK_NANOS);
        }
    }

    private void carryOut(Command command) throws InterruptedException {
        try {
            command.action().run();
            callbacks.execute(() -> command.done().complete(null));
        } catch (CoreException e) {
            callbacks.execute(() -> command.done().completeExceptionally(e));
        } catch (IOException e) {
            callbacks.execute(() -> command.done()
                    .completeExceptionally(
                            new PlaybackException(PlaybackException.OUTPUT_FAILED, String.valueOf(e.getMessage()), e)));
        }
    }

    private void begin(QueueItem item) throws IOException, InterruptedException {
        if (item == null) {
            throw nothing();
        }
        var sounding = new Sounding("audio-" + id, outlet.open(), thread);
        sounding.volume(volume);
        var begun = new PlaySession(opening, queue, sounding, ahead, announcer::failed);
        if (end.isDone()) {
            end = new CompletableFuture<>();
        }
        queue.current(item);
        session = begun;
        begun.begin(item);
    }

    /** Goes to an item; those that cannot be played are told of and passed over. */
    private void goTo(QueueItem item) throws IOException, InterruptedException {
        if (item == null) {
            throw nothing();
        }
        var playing = session;
        if (playing == null) {
            begin(item);
            return;
        }
        for (var candidate = item; candidate != null; candidate = queue.beside(candidate, 1)) {
            try {
                playing.jump(candidate, Duration.ZERO);
                playing.sounding().resume();
                queue.current(candidate);
                return;
            } catch (CoreException e) {
                playing.fail(candidate, e);
            }
        }
        end(PlayerState.COMPLETED, "");
    }

    private QueueItem heard() {
        var item = status().item();
        if (item == null) {
            item = queue.at(queue.current());
        }
        if (item == null) {
            throw nothing();
        }
        return item;
    }

    private PlaySession session() {
        var playing = session;
        if (playing == null) {
            throw nothing();
        }
        return playing;
    }

    private static PlaybackException nothing() {
        return new PlaybackException(PlaybackException.NOTHING_TO_PLAY, "There is nothing to play.");
    }

    private void tick() {
        var playing = session;
        if (playing != null) {
            for (QueueItem item : playing.started()) {
                queue.current(item);
                announcer.started(item);
            }
        }
        announcer.look(status());
    }

    private void end(PlayerState state, String why) throws InterruptedException {
        var playing = session;
        if (playing != null) {
            settle(playing.end(state, why));
        }
    }

    private void settle(PlaybackReport report) {
        reason = report.reason();
        resting = report.end();
        session = null;
        tick();
        announcer.ended(report);
        end.complete(report); // dependents are views, which end on threads for callbacks
    }

    private void quit() {
        try {
            end(PlayerState.CLOSED, reason.isEmpty() ? "The player was closed." : reason);
            outlet.close();
        } catch (InterruptedException | IOException e) {
            LOG.debug("{} does not close", id, e);
        }
        session = null;
        resting = PlayerState.CLOSED;
        tick();
        refuse();
        end.complete(new PlaybackReport(PlayerState.CLOSED, 0, 0, List.of(), List.of(), "The player was closed."));
        gone.accept(this);
    }
}

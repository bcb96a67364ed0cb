package org.musicplatform.core.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.PlaybackReport.Failure;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.playback.QueueItem;
import org.musicplatform.core.api.source.SourceException;

/**
 * From the first sound to the last: decodes item after item into rings that {@link Sounding} empties. Used by the
 * decode thread alone.
 */
final class PlaySession {

    private static final int BLOCK_FRAMES = 4_096;
    /** How long before its end the item that follows is opened. */
    private static final int AHEAD_SECONDS = 10;

    private final Opening opening;
    private final Queue queue;
    private final Sounding sounding;
    private final Executor ahead;
    private final Consumer<Failure> failed;

    private final List<Failure> failures = new ArrayList<>();
    private final List<QueueItem> decoded = new ArrayList<>(); // to their end
    private final ArrayDeque<Segment.Beginning> unheard = new ArrayDeque<>();
    private final PlayLog log;
    private long lastStarted;
    private Decoding current;
    private QueueItem upcoming;
    private Prepared prepared;
    private Segment segment;
    private boolean exhausted;
    private float[] block = new float[0];

    private record Prepared(QueueItem item, CompletableFuture<Decoding> decoding) {

        void drop() {
            decoding.thenAccept(Decoding::close);
        }
    }

    PlaySession(Opening opening, Queue queue, Sounding sounding, Executor ahead, Consumer<Failure> failed) {
        this.opening = opening;
        this.queue = queue;
        this.sounding = sounding;
        this.ahead = ahead;
        this.failed = failed;
        this.log = opening.newLog();
    }

    Sounding sounding() {
        return sounding;
    }

    void begin(QueueItem first) {
        upcoming = first;
        sounding.start();
    }

    boolean hasEnded() {
        return sounding.hasEnded();
    }

    /** Decodes one block, or opens an item; false when there is nothing to do now. */
    boolean advance() throws InterruptedException {
        if (exhausted) {
            return false;
        }
        if (current == null) {
            if (upcoming == null) {
                finish();
            } else {
                enter(upcoming, 0);
            }
            return true;
        }
        if (segment.room() < BLOCK_FRAMES) {
            return false;
        }
        if (!opening.isThere(current.decoder())) {
            var item = current.item();
            long frame = current.position();
            leave();
            enter(item, frame);
            return true;
        }
        prepare();
        decode();
        return true;
    }

    private void decode() throws InterruptedException {
        var item = current.item();
        try {
            int n = current.decode(block, BLOCK_FRAMES);
            if (n > 0) {
                segment.write(block, n);
                sounding.wake();
                return;
            }
            decoded.add(item);
            opening.decoded(current);
        } catch (CoreException | IOException e) {
            fail(item, e);
        }
        leave();
        upcoming = queue.beside(item, 1);
    }

    private void finish() {
        if (segment != null) {
            segment.complete();
        }
        sounding.finish();
        exhausted = true;
    }

    /** Opens an item at a frame and lets it follow what was written before. */
    private void enter(QueueItem item, long frame) throws InterruptedException {
        Decoding opened = null;
        try {
            opened = open(item);
            if (frame > 0) {
                opened.seek(frame);
            }
        } catch (CoreException | IOException e) {
            if (opened != null) {
                opened.close();
            }
            fail(item, e);
            upcoming = queue.beside(item, 1);
            return;
        }
        if (segment == null || !segment.format().equals(opened.format())) {
            var next = new Segment(opened.format());
            if (segment != null) {
                segment.complete();
            }
            segment = next;
            sounding.append(next);
        }
        take(opened);
    }

    private void take(Decoding opened) {
        current = opened;
        upcoming = null;
        exhausted = false;
        int samples = BLOCK_FRAMES * opened.format().channels();
        if (block.length != samples) {
            block = new float[samples];
        }
        unheard.add(segment.begin(
                opened.item(),
                opened.position(),
                opened.length(),
                opened.decoder().id()));
    }

    private Decoding open(QueueItem item) throws IOException, InterruptedException {
        var ready = prepared;
        prepared = null;
        if (ready == null || ready.item().id() != item.id()) {
            if (ready != null) {
                ready.drop();
            }
            return opening.open(item);
        }
        try {
            return ready.decoding().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e.getCause() instanceof CoreException told ? told : new IllegalStateException(e.getCause());
        }
    }

    private void prepare() {
        long left = current.length() < 0 ? 0 : current.length() - current.position();
        if (left > (long) AHEAD_SECONDS * current.format().sampleRate()) {
            return;
        }
        var next = queue.beside(current.item(), 1);
        boolean same = prepared == null
                ? next == null
                : next != null && prepared.item().id() == next.id();
        if (same) {
            return;
        }
        if (prepared != null) {
            prepared.drop();
            prepared = null;
        }
        if (next != null) {
            var decoding = new CompletableFuture<Decoding>();
            prepared = new Prepared(next, decoding);
            ahead.execute(() -> {
                try {
                    decoding.complete(opening.open(next));
                } catch (IOException | InterruptedException | RuntimeException e) {
                    decoding.completeExceptionally(e);
                }
            });
        }
    }

    private void leave() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /**
     * Goes to a position in an item at once, dropping what is not heard yet.
     *
     * @throws CoreException when it cannot; what sounded before goes on
     */
    void jump(QueueItem item, Duration position) throws IOException, InterruptedException {
        boolean same = current != null && current.item().id() == item.id();
        var opened = same ? current : open(item);
        try {
            if (same || !position.isZero()) {
                opened.seek(opened.format().frames(position));
            }
        } catch (CoreException | IOException e) {
            if (!same) {
                opened.close();
            }
            throw e;
        }
        if (!same) {
            leave();
        }
        // what was decoded ahead and never heard was not played
        var heard = sounding.heard();
        log.cut(heard);
        int played = played(PlayerState.STOPPED, heard.beginning());
        decoded.subList(played, decoded.size()).clear();
        segment = new Segment(opened.format());
        unheard.clear();
        take(opened);
        sounding.jump(segment);
    }

    /** Returns the items whose first frame was heard since the last look, in order. */
    List<QueueItem> started() {
        var heard = sounding.heard().beginning();
        boolean all = sounding.hasEnded() && sounding.failure() == null;
        if (!all && !unheard.contains(heard)) {
            return List.of();
        }
        var started = new ArrayList<QueueItem>();
        while (!unheard.isEmpty()) {
            var beginning = unheard.remove();
            log.follow(beginning);
            // going on inside an item is no start
            if (beginning.offset() == 0 || beginning.item().id() != lastStarted) {
                started.add(beginning.item());
            }
            lastStarted = beginning.item().id();
            if (!all && beginning.equals(heard)) {
                break;
            }
        }
        return started;
    }

    /** Notes that an item cannot be played. */
    void fail(QueueItem item, Exception problem) {
        String code = problem instanceof CoreException told ? told.code() : SourceException.UNAVAILABLE;
        String reason = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        var failure = new Failure(item, code, reason);
        failures.add(failure);
        failed.accept(failure);
    }

    /** Ends at once and tells how it went. */
    PlaybackReport end(PlayerState state, String reason) throws InterruptedException {
        var at = sounding.heard();
        var heard = at.beginning();
        if (state == PlayerState.COMPLETED) {
            unheard.forEach(log::follow);
        }
        log.cut(at);
        log.finish();
        leave();
        if (prepared != null) {
            prepared.drop();
            prepared = null;
        }
        String words = reason;
        if (!sounding.stop() && words.isEmpty()) {
            words = "The output does not end; it was left behind.";
        }
        return new PlaybackReport(
                state, played(state, heard), sounding.framesTaken(), failures, sounding.notices(), words);
    }

    private int played(PlayerState state, Segment.Beginning heard) {
        if (state == PlayerState.COMPLETED || heard == null) {
            return state == PlayerState.COMPLETED ? decoded.size() : 0;
        }
        for (int i = 0; i < decoded.size(); i++) {
            if (decoded.get(i).id() == heard.item().id()) {
                return i; // decoded to its end, but not heard to it
            }
        }
        return decoded.size();
    }

    /** Ends after the last sound, or after a failure of the output. */
    PlaybackReport ended() throws InterruptedException {
        var broken = sounding.failure();
        if (broken != null) {
            return end(PlayerState.FAILED, String.valueOf(broken.getMessage()));
        }
        boolean nothing = sounding.framesTaken() == 0 && !failures.isEmpty();
        return nothing ? end(PlayerState.FAILED, failures.get(0).reason()) : end(PlayerState.COMPLETED, "");
    }
}

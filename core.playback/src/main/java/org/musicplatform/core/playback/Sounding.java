package org.musicplatform.core.playback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audio thread: takes samples out of the ring of the segment at hand, sets their volume, and hands them to the
 * output. While sound goes out it allocates nothing and waits for no lock.
 */
final class Sounding {

    private static final Logger LOG = LoggerFactory.getLogger(Sounding.class);

    private static final int BLOCK_FRAMES = 1_024;
    private static final long NAP_NANOS = 5_000_000;
    private static final long PATIENCE_SECONDS = 2;

    private final AudioOutput output;
    private final Thread producer;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Segment> segments = new ConcurrentLinkedQueue<>();

    private volatile Now now = new Now(null, 0);
    private volatile Jump jump;
    private volatile boolean stopping;
    private volatile boolean paused;
    private volatile boolean last; // no segment follows the ones queued
    private volatile Phase phase = Phase.FILLING;
    private volatile float volume = 1;
    private volatile float peak;
    private volatile long underruns;
    private volatile long total;
    private volatile IOException failure;
    private volatile List<String> notices = List.of();

    // the audio thread's own
    private AudioFormat configured;
    private float[] block = new float[0];
    private float applied = 1;
    private float loudest;
    private int measured;
    private long taken;

    /** Whether sound goes out. */
    enum Phase {
        /** The first block is still to come. */
        FILLING,
        /** Sound goes out. */
        SOUNDING,
        /** It went out, and stopped for want of data. */
        STALLED
    }

    private record Now(Segment segment, long base) {}

    private static final class Jump {
        private final Segment to;
        private final CountDownLatch done = new CountDownLatch(1);

        private Jump(Segment to) {
            this.to = to;
        }
    }

    /**
     * Creates the thread; {@link #start()} starts it.
     *
     * @param producer who fills the rings, woken when there is room
     */
    Sounding(String name, AudioOutput output, Thread producer) {
        this.output = output;
        this.producer = producer;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    void start() {
        thread.start();
    }

    // what the decode thread asks for

    void append(Segment segment) {
        segments.add(segment);
        wake();
    }

    /** Says that no segment follows: when the last one is heard, this ends. */
    void finish() {
        last = true;
        wake();
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    /** Drops all that is not heard yet and goes on with another segment. */
    void jump(Segment to) throws IOException, InterruptedException {
        var asked = new Jump(to);
        last = false;
        jump = asked;
        output.flush(); // ends a write that waits for room
        wake();
        if (!asked.done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && failure == null) {
            throw new IOException("the output does not answer");
        }
        rethrow();
    }

    void pause() {
        paused = true;
        output.pause();
    }

    void resume() {
        paused = false;
        output.resume();
        wake();
    }

    boolean isPaused() {
        return paused;
    }

    /** Ends now; what is not heard is dropped. Returns whether the thread has ended: one that hangs is left behind. */
    boolean stop() throws InterruptedException {
        stopping = true;
        output.pause();
        output.flush();
        wake();
        if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return true;
        }
        thread.interrupt();
        return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void volume(double factor) {
        volume = (float) factor;
    }

    // what everyone may look at

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    IOException failure() {
        return failure;
    }

    List<String> notices() {
        return notices;
    }

    Phase phase() {
        return phase;
    }

    double peak() {
        return paused || phase != Phase.SOUNDING ? 0 : peak;
    }

    long underruns() {
        return underruns;
    }

    long framesTaken() {
        return total;
    }

    AudioFormat format() {
        var segment = now.segment();
        return segment == null ? null : segment.format();
    }

    /**
     * What is heard.
     *
     * @param beginning the item, null before the first sound
     * @param frame the frame of the item
     */
    record Heard(Segment.Beginning beginning, long frame) {}

    Heard heard() {
        var current = now;
        if (current.segment() == null) {
            return new Heard(null, 0);
        }
        long frame = Math.max(0, output.played() - current.base());
        var beginning = current.segment().at(frame);
        return beginning == null
                ? new Heard(null, 0)
                : new Heard(beginning, beginning.offset() + frame - beginning.frame());
    }

    // the audio thread

    private void run() {
        try {
            while (!stopping && sound()) {
                // each turn moves one block, or waits
            }
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("An output failed", e);
            failure = new IOException("The output failed: " + e, e);
        } finally {
            closeOutput();
            ended.countDown();
            var waiting = jump;
            if (waiting != null) {
                waiting.done.countDown();
            }
            LockSupport.unpark(producer);
        }
    }

    private void closeOutput() {
        try {
            output.close();
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("An output does not close", e);
        }
    }

    /** Does one step; false at the end. */
    private boolean sound() throws IOException {
        if (jump != null) {
            land();
        }
        if (paused) {
            LockSupport.park(this);
            return true;
        }
        var segment = now.segment();
        if (segment == null) {
            return follow(null);
        }
        int channels = segment.format().channels();
        int count = segment.ring().read(block, 0, block.length) / channels;
        if (count == 0) {
            // looked at again after the flag: what was written before it is not missed
            if (segment.isComplete() && segment.ring().available() == 0) {
                return follow(segment);
            }
            starve();
            return true;
        }
        LockSupport.unpark(producer);
        phase = Phase.SOUNDING;
        amplify(count * channels);
        measure(segment.format(), count * channels);
        put(channels, count);
        return true;
    }

    private void put(int channels, int count) throws IOException {
        int done = 0;
        while (done < count && !stopping && jump == null) {
            int n = output.write(block, done * channels, count - done);
            done += n;
            taken += n;
            total += n; // only this thread writes it
            if (n == 0) {
                LockSupport.parkNanos(this, paused ? Long.MAX_VALUE : NAP_NANOS);
            }
        }
    }

    private void starve() {
        if (phase == Phase.SOUNDING && output.played() >= taken) {
            phase = Phase.STALLED;
            underruns++;
        }
        LockSupport.unpark(producer);
        LockSupport.parkNanos(this, NAP_NANOS);
    }

    /** Goes on to the next segment; false when there is none to come. */
    private boolean follow(Segment before) throws IOException {
        var next = segments.peek();
        if (next == null && !last) {
            starve();
            return true;
        }
        if (before != null) {
            drain();
            if (stopping || jump != null) {
                return !stopping;
            }
        }
        if (next == null) {
            return false;
        }
        segments.remove();
        enter(next);
        return true;
    }

    private void drain() throws IOException {
        try {
            output.drain();
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void land() throws IOException {
        var asked = jump;
        output.flush();
        segments.clear();
        enter(asked.to);
        jump = null;
        asked.done.countDown();
    }

    private void enter(Segment segment) throws IOException {
        if (!segment.format().equals(configured)) {
            if (configured != null) {
                drain();
            }
            String notice = output.configure(segment.format());
            if (!notice.isEmpty()) {
                var more = new ArrayList<>(notices);
                more.add(notice);
                notices = List.copyOf(more);
            }
            configured = segment.format();
            block = new float[BLOCK_FRAMES * configured.channels()];
            taken = 0;
        }
        now = new Now(segment, taken);
        phase = Phase.FILLING;
    }

    private void amplify(int samples) {
        float to = volume;
        if (applied == 1 && to == 1) {
            return;
        }
        // over one block, so that a change makes no click
        float step = (to - applied) / samples;
        for (int i = 0; i < samples; i++) {
            block[i] *= applied + step * (i + 1);
        }
        applied = to;
    }

    private void measure(AudioFormat format, int samples) {
        float most = loudest;
        for (int i = 0; i < samples; i++) {
            most = Math.max(most, Math.abs(block[i]));
        }
        loudest = most;
        measured += samples;
        if (measured >= format.sampleRate() / 10 * format.channels()) {
            peak = most;
            loudest = 0;
            measured = 0;
        }
    }

    private void rethrow() throws IOException {
        var happened = failure;
        if (happened != null) {
            throw happened;
        }
    }
}

package org.musicplatform.outputs.file;

import java.util.concurrent.locks.LockSupport;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.AudioOutput;

/** A device of half a second that makes no sound. */
final class NullOutput implements AudioOutput {

    private static final long NANOS = 1_000_000_000L;
    private static final long NAP = 5_000_000;

    private final boolean timed;
    private long rate = 1; // guarded by this, as all below
    private long taken;
    private long heard; // until the moment
    private long moment;
    private boolean paused;
    private boolean closed;
    private int interruptions;

    NullOutput(boolean timed) {
        this.timed = timed;
    }

    @Override
    public synchronized String configure(AudioFormat format) {
        rate = format.sampleRate();
        taken = 0;
        heard = 0;
        moment = System.nanoTime();
        return "";
    }

    @Override
    public int write(float[] samples, int offset, int frames) {
        int before = interruptions();
        while (true) {
            synchronized (this) {
                long room = timed ? Math.max(1, rate / 2) - (taken - advance()) : frames;
                if (room > 0 && !paused) {
                    int n = (int) Math.min(frames, room);
                    taken += n;
                    return n;
                }
                if (paused
                        || closed
                        || interruptions != before
                        || Thread.currentThread().isInterrupted()) {
                    return 0;
                }
            }
            LockSupport.parkNanos(this, NAP);
        }
    }

    private synchronized int interruptions() {
        return interruptions;
    }

    /** Lets time pass for what is on its way; where nothing is, it stands still. */
    private long advance() {
        long now = System.nanoTime();
        if (!timed) {
            heard = taken;
        } else if (!paused) {
            long passed = (now - moment) / NANOS * rate + (now - moment) % NANOS * rate / NANOS;
            if (heard + passed >= taken) {
                heard = taken;
                moment = now;
            } else {
                heard += passed;
                moment += passed * NANOS / rate;
            }
            return heard;
        }
        moment = now;
        return heard;
    }

    @Override
    public synchronized long played() {
        return advance();
    }

    @Override
    public synchronized void pause() {
        advance();
        paused = true;
        interruptions++;
    }

    @Override
    public synchronized void resume() {
        advance();
        paused = false;
    }

    @Override
    public synchronized void flush() {
        heard = taken;
        moment = System.nanoTime();
        interruptions++;
    }

    @Override
    public void drain() throws InterruptedException {
        while (!isDrained()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(this, NAP);
        }
    }

    private synchronized boolean isDrained() {
        return closed || advance() >= taken;
    }

    @Override
    public synchronized void close() {
        closed = true;
        interruptions++;
    }
}

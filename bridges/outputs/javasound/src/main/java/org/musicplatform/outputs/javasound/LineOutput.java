package org.musicplatform.outputs.javasound;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.support.PcmEncoder;

/**
 * One line of a device, with half a second of room. It takes whole numbers: at the depth of the sound where the device
 * can, deeper where it must, and only then less deep, with dither.
 */
final class LineOutput implements AudioOutput {

    private static final long NAP_NANOS = 5_000_000;
    private static final long DEAD_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int BUFFERS_A_SECOND = 2;

    private final Mixer.Info device; // null for the default
    private volatile SourceDataLine line;
    private volatile PcmEncoder encoder;
    private byte[] buffer = new byte[0];
    private int channels;

    private volatile boolean paused;
    private volatile int interruptions;
    private volatile boolean closed;

    private long taken; // guarded by this, as all below
    private long heard;
    private long heardBefore; // what was taken when the line began to count from lineBefore
    private long lineBefore;

    LineOutput(Mixer.Info device) {
        this.device = device;
    }

    @Override
    public String configure(AudioFormat format) throws IOException {
        closeLine();
        channels = format.channels();
        Exception refusal = null;
        for (int bits : depths(format)) {
            try {
                var opened = open(format, bits);
                boolean dithered = bits < (format.floatingPoint() ? 24 : format.bitsPerSample());
                synchronized (this) {
                    taken = 0;
                    heard = 0;
                    heardBefore = 0;
                    lineBefore = opened.getLongFramePosition();
                }
                encoder = PcmEncoder.integers(bits, dithered);
                buffer = new byte[opened.getBufferSize()];
                line = opened;
                if (!paused) {
                    opened.start();
                }
                return "";
            } catch (LineUnavailableException | IllegalArgumentException e) {
                refusal = e;
            }
        }
        throw new IOException("The sound device takes no " + format + ".", refusal);
    }

    /** Depths to try: the sound's own, then those that lose nothing, then those that do. */
    private static List<Integer> depths(AudioFormat format) {
        int wanted = format.floatingPoint() ? 24 : Math.max(16, (format.bitsPerSample() + 7) / 8 * 8);
        var depths = new ArrayList<Integer>();
        for (int bits : new int[] {16, 24, 32}) {
            if (bits >= wanted) {
                depths.add(bits);
            }
        }
        for (int bits : new int[] {24, 16}) {
            if (bits < wanted) {
                depths.add(bits);
            }
        }
        return depths;
    }

    private SourceDataLine open(AudioFormat format, int bits) throws LineUnavailableException {
        var wanted = new javax.sound.sampled.AudioFormat(format.sampleRate(), bits, format.channels(), true, false);
        var opened = AudioSystem.getSourceDataLine(wanted, device);
        int frame = wanted.getFrameSize();
        opened.open(wanted, format.sampleRate() / BUFFERS_A_SECOND * frame);
        return opened;
    }

    @Override
    public int write(float[] samples, int offset, int frames) throws IOException {
        int before = interruptions;
        int frame = channels * encoder.bytes();
        long alive = System.nanoTime();
        while (true) {
            var now = line;
            if (closed
                    || paused
                    || interruptions != before
                    || Thread.currentThread().isInterrupted()) {
                return 0;
            }
            if (!now.isOpen()) {
                throw new IOException("The sound device is gone.");
            }
            int n = Math.min(frames, Math.min(now.available(), buffer.length) / frame);
            if (n > 0) {
                encoder.encode(samples, offset, n * channels, buffer, 0);
                int written = now.write(buffer, 0, n * frame) / frame;
                if (written > 0) {
                    synchronized (this) {
                        taken += written;
                    }
                    return written;
                }
            }
            if (System.nanoTime() - alive > DEAD_NANOS) {
                throw new IOException("The sound device takes nothing any more.");
            }
            LockSupport.parkNanos(this, NAP_NANOS);
        }
    }

    @Override
    public long played() {
        var now = line;
        if (now == null) {
            return 0;
        }
        long position = now.getLongFramePosition();
        synchronized (this) {
            long counted = heardBefore + position - lineBefore;
            heard = Math.max(heard, Math.min(taken, counted));
            return heard;
        }
    }

    @Override
    public void pause() {
        paused = true;
        interruptions++;
        var now = line;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public void resume() {
        paused = false;
        var now = line;
        if (now != null) {
            now.start();
        }
    }

    @Override
    public void flush() {
        interruptions++;
        var now = line;
        if (now == null) {
            return;
        }
        boolean running = !paused;
        now.stop(); // a line that runs plays what it has begun
        now.flush();
        long position = now.getLongFramePosition();
        synchronized (this) {
            heard = taken;
            heardBefore = taken;
            lineBefore = position;
        }
        if (running) {
            now.start();
        }
    }

    @Override
    public void drain() throws InterruptedException {
        long last = -1;
        long moved = System.nanoTime();
        while (!closed) {
            long at = played();
            long all;
            synchronized (this) {
                all = taken;
            }
            if (at >= all) {
                return;
            }
            if (at != last || paused) {
                last = at;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > TimeUnit.SECONDS.toNanos(2)) {
                return; // a device that lost count must not hold up the end
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(this, NAP_NANOS);
        }
    }

    private void closeLine() {
        var before = line;
        line = null;
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        interruptions++;
        closeLine();
    }
}

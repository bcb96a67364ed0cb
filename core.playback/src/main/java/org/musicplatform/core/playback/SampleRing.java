package org.musicplatform.core.playback;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Samples on their way from one producing thread to one consuming thread, without locks. Nothing is ever overwritten:
 * what does not fit is not taken.
 */
final class SampleRing {

    private static final VarHandle WRITTEN;
    private static final VarHandle READ;

    static {
        try {
            var lookup = MethodHandles.lookup();
            WRITTEN = lookup.findVarHandle(SampleRing.class, "written", long.class);
            READ = lookup.findVarHandle(SampleRing.class, "read", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final float[] samples;
    private final int mask;
    // counted since the beginning; each is changed by one side alone, with release, and looked at by the other
    private long written;
    private long read;

    /**
     * Creates a ring.
     *
     * @param least how many samples it has room for at least; rounded up to a power of two
     */
    SampleRing(int least) {
        if (least < 1 || least > 1 << 30) {
            throw new IllegalArgumentException("a ring holds 1 to 2^30 samples: " + least);
        }
        int capacity = Integer.highestOneBit(least) == least ? least : Integer.highestOneBit(least) << 1;
        this.samples = new float[capacity];
        this.mask = capacity - 1;
    }

    int capacity() {
        return samples.length;
    }

    /** Tells how many samples can be read now. For the consumer exact or too low, for others a moment's view. */
    int available() {
        return (int) ((long) WRITTEN.getAcquire(this) - (long) READ.getAcquire(this));
    }

    /** Tells how many samples can be written now. For the producer exact or too low. */
    int free() {
        return samples.length - available();
    }

    /** Takes as many samples as fit; the producer's side. */
    int write(float[] from, int offset, int count) {
        int n = Math.min(count, free());
        int at = (int) written & mask;
        int first = Math.min(n, samples.length - at);
        System.arraycopy(from, offset, samples, at, first);
        System.arraycopy(from, offset + first, samples, 0, n - first);
        WRITTEN.setRelease(this, written + n);
        return n;
    }

    /** Gives as many samples as there are, up to a count; the consumer's side. */
    int read(float[] to, int offset, int count) {
        int n = Math.min(count, available());
        int at = (int) read & mask;
        int first = Math.min(n, samples.length - at);
        System.arraycopy(samples, at, to, offset, first);
        System.arraycopy(samples, 0, to, offset + first, n - first);
        READ.setRelease(this, read + n);
        return n;
    }
}

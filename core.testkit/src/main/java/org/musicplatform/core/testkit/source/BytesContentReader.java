package org.musicplatform.core.testkit.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Objects;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ItemVersion;

/**
 * Bytes in memory as the content of a file: counts what is asked of it, and fails, trickles or waits when a test says so.
 *
 * <p>Set up by one thread, then used by one at a time, as every content; the counts may be read by any.
 */
public final class BytesContentReader implements ContentReader {

    private final byte[] bytes;
    private boolean sizeKnown = true;
    private int most = Integer.MAX_VALUE;
    private long failFrom = Long.MAX_VALUE;
    private IOException fault;
    private Gate gate;
    private Path local;
    private Runnable onClose = () -> {};

    private volatile int reads;
    private volatile long bytesRead;
    private volatile boolean closed;

    /** Creates content of these bytes, which are not copied. */
    public BytesContentReader(byte[] bytes) {
        this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    /** The source does not tell the size. */
    public BytesContentReader withoutSize() {
        sizeKnown = false;
        return this;
    }

    /** A read gives this many bytes at most, as a slow connection does. */
    public BytesContentReader atMost(int bytesPerRead) {
        most = bytesPerRead;
        return this;
    }

    /** Reads that need a byte from this position on fail with this. */
    public BytesContentReader failFrom(long position, IOException why) {
        failFrom = position;
        fault = why;
        return this;
    }

    /** Reads wait at this gate, and end when they are interrupted there. */
    public BytesContentReader waitAt(Gate where) {
        gate = where;
        return this;
    }

    /** The same bytes lie in this file. */
    public BytesContentReader localFile(Path file) {
        local = file;
        return this;
    }

    /** Runs this when it is closed for the first time. */
    public BytesContentReader onClose(Runnable action) {
        onClose = action;
        return this;
    }

    /** Returns how many times {@link #read} was called. */
    public int reads() {
        return reads;
    }

    /** Returns how many bytes were handed out, those that were read twice counted twice. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Tells whether it was closed. */
    public boolean closed() {
        return closed;
    }

    @Override
    public synchronized int read(long position, ByteBuffer target) throws IOException {
        reads++;
        if (position < 0) {
            throw new IllegalArgumentException("position " + position);
        }
        if (closed) {
            throw new ClosedChannelException();
        }
        if (gate != null) {
            gate.pass();
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        long length = Math.min(Math.min(target.remaining(), most), bytes.length - position);
        if (fault != null && position + Math.max(1, length) > failFrom) {
            throw fault;
        }
        if (length <= 0) {
            return -1;
        }
        target.put(bytes, (int) position, (int) length);
        bytesRead += length;
        return (int) length;
    }

    @Override
    public long size() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        return sizeKnown ? bytes.length : -1;
    }

    @Override
    public ItemVersion version() {
        return ItemVersion.UNKNOWN;
    }

    @Override
    public Path localFile() {
        return local;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }
}

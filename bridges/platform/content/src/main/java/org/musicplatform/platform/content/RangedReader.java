package org.musicplatform.platform.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;

/**
 * Reads a file of a remote source in aligned blocks.
 *
 * <p>Reading on goes on in the stream that is open. Tags ask for one block, then for twice as many each time they read
 * on; playing and copying ask for all that follows at once.
 */
final class RangedReader implements ContentReader {

    static final int BLOCK = 64 * 1024;
    private static final int KEPT = 8;

    private final FileRef file;
    private final Purpose purpose;
    private final SharedSession session;
    private final BlockCache blocks = new BlockCache(KEPT);

    private InputStream stream;
    private long streamPosition = -1; // where the stream stands, or where the last one ended
    private long streamEnd;
    private long nextLength = BLOCK;
    private boolean closed;

    RangedReader(FileRef file, Purpose purpose, SharedSession session) {
        this.file = file;
        this.purpose = purpose;
        this.session = session;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        if (position < 0) {
            throw new IllegalArgumentException("position " + position);
        }
        if (closed) {
            throw new IOException(file.name() + ": the reader is closed");
        }
        session.requirePresent();
        if (!target.hasRemaining()) {
            return 0;
        }
        long size = size();
        if (size >= 0 && position >= size) {
            return -1;
        }
        byte[] block = block(position / BLOCK);
        int from = (int) (position % BLOCK);
        if (from >= block.length) {
            return -1;
        }
        int n = Math.min(target.remaining(), block.length - from);
        target.put(block, from, n);
        return n;
    }

    @Override
    public long size() {
        return file.version().size();
    }

    @Override
    public ItemVersion version() {
        return file.version();
    }

    private byte[] block(long index) throws IOException {
        byte[] known = blocks.get(index);
        if (known == null) {
            known = fetch(index * BLOCK);
            blocks.put(index, known);
        }
        return known;
    }

    private byte[] fetch(long start) throws IOException {
        int wanted = size() < 0 ? BLOCK : (int) Math.min(BLOCK, size() - start);
        var block = new byte[wanted];
        int filled = 0;
        boolean retried = false;
        while (true) {
            try {
                filled = fill(block, start, filled);
                if (filled == wanted || size() < 0) {
                    return filled == wanted ? block : Arrays.copyOf(block, filled);
                }
                throw new IOException("it ends at byte " + (start + filled) + " instead of " + size()
                        + "; it changed, or the connection broke. Index its source again");
            } catch (InterruptedIOException | ClosedByInterruptException e) {
                closeStream();
                throw e;
            } catch (IOException e) {
                filled = streamPosition < start ? filled : (int) Math.min(wanted, streamPosition - start);
                closeStream();
                if (retried || Thread.currentThread().isInterrupted()) {
                    throw new IOException(file.name() + ": " + e.getMessage(), e);
                }
                retried = true;
            } catch (RuntimeException e) {
                closeStream();
                throw e;
            }
        }
    }

    /** Fills on until the block is full or the file ends; {@link #streamPosition} tells how far it came. */
    private int fill(byte[] block, long start, int from) throws IOException {
        int filled = from;
        while (filled < block.length) {
            long position = start + filled;
            if (stream == null || streamPosition != position || position >= streamEnd) {
                openAt(position);
            }
            int at = filled;
            int most = (int) Math.min(block.length - filled, streamEnd - position);
            int n = session.call(() -> stream.read(block, at, most));
            if (n < 0) {
                return filled;
            }
            filled += n;
            streamPosition += n;
        }
        return filled;
    }

    private void openAt(long position) throws IOException {
        nextLength = purpose == Purpose.PLAYBACK || purpose == Purpose.DOWNLOAD
                ? Long.MAX_VALUE
                : streamPosition == position && position > 0 ? Math.min(nextLength * 2, 64L * BLOCK) : BLOCK;
        closeStream();
        streamPosition = position;
        // a request ends with a block, wherever it begins
        long end = nextLength == Long.MAX_VALUE ? Long.MAX_VALUE : (position / BLOCK) * BLOCK + nextLength;
        long length = end == Long.MAX_VALUE ? Long.MAX_VALUE : end - position;
        stream = session.call(() -> session.session().read(file.itemId(), position, length));
        streamEnd = end;
    }

    private void closeStream() {
        var leaving = stream;
        stream = null;
        if (leaving != null) {
            try {
                ProviderCalls.call(file.source().provider(), () -> {
                    leaving.close();
                    return null;
                });
            } catch (IOException | RuntimeException e) {
                // all that was needed of it was read; the next request tells when the source is in trouble
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closeStream();
            session.release();
        }
    }
}

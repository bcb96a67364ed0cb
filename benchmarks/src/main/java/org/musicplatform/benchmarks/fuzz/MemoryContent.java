package org.musicplatform.benchmarks.fuzz;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ItemVersion;

/** Bytes that pose as a local or a remote file, and count what is read of them. */
final class MemoryContent implements ContentReader {

    private final byte[] content;
    private final boolean local;
    private int reads;
    private long bytes;

    MemoryContent(byte[] content, boolean local) {
        this.content = content;
        this.local = local;
    }

    int reads() {
        return reads;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read(long position, ByteBuffer target) {
        reads++;
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position >= content.length) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), content.length - position);
        target.put(content, (int) position, count);
        bytes += count;
        return count;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public ItemVersion version() {
        return ItemVersion.UNKNOWN;
    }

    @Override
    public Path localFile() {
        return local ? Path.of("memory") : null;
    }

    @Override
    public void close() {
        // nothing is open
    }
}

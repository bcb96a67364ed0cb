package org.musicplatform.core.testkit.playback;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.testkit.source.BytesContentReader;

/** Content that remembers the farthest position it was read at. */
final class WatchedContent implements ContentReader {

    private final BytesContentReader bytes;
    private volatile long farthest;

    WatchedContent(BytesContentReader bytes) {
        this.bytes = bytes;
    }

    long farthest() {
        return farthest;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        farthest = Math.max(farthest, position);
        return bytes.read(position, target);
    }

    @Override
    public long size() throws IOException {
        return bytes.size();
    }

    @Override
    public ItemVersion version() {
        return bytes.version();
    }

    @Override
    public void close() {
        bytes.close();
    }
}

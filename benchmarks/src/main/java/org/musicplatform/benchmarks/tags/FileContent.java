package org.musicplatform.benchmarks.tags;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ItemVersion;

/** A file that counts what is read of it, and can pose as a remote one. */
final class FileContent implements ContentReader {

    private final Path file;
    private final boolean local;
    private final FileChannel channel;
    private int reads;
    private long bytes;

    FileContent(Path file, boolean local) throws IOException {
        this.file = file;
        this.local = local;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    int reads() {
        return reads;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        int n = channel.read(target, position);
        reads++;
        bytes += Math.max(0, n);
        return n;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public ItemVersion version() {
        return ItemVersion.UNKNOWN;
    }

    @Override
    public Path localFile() {
        return local ? file : null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

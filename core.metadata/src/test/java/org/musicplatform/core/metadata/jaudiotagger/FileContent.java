package org.musicplatform.core.metadata.jaudiotagger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ItemVersion;

/** A file of this machine, shown as one or hidden as remote bytes. */
final class FileContent implements ContentReader {

    private final Path file;
    private final boolean shown;
    private final FileChannel channel;

    FileContent(Path file, boolean shown) throws IOException {
        this.file = file;
        this.shown = shown;
        this.channel = FileChannel.open(file);
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        return channel.read(target, position);
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
        return shown ? file : null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

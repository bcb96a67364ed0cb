package org.musicplatform.platform.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.LocalStorageSession;

/** Reads a file of this machine directly. */
final class LocalReader implements ContentReader {

    private final String name;
    private final SharedSession session;
    private final Path path;
    private final FileChannel channel;
    private final ItemVersion version;
    private boolean closed;

    private LocalReader(FileRef file, SharedSession session, Path path, FileChannel channel, ItemVersion version) {
        this.name = file.name();
        this.session = session;
        this.path = path;
        this.channel = channel;
        this.version = version;
    }

    static LocalReader open(FileRef file, SharedSession session, LocalStorageSession local) throws IOException {
        Path path = session.call(() -> local.path(file.itemId()));
        try {
            // before it is opened: opening a pipe waits for who writes into it
            var found = Files.readAttributes(path, BasicFileAttributes.class);
            if (!found.isRegularFile()) {
                throw new NoSuchFileException(path.toString());
            }
            var channel = FileChannel.open(path, StandardOpenOption.READ);
            return new LocalReader(file, session, path, channel, version(file, found));
        } catch (NoSuchFileException e) {
            throw new SourceException(
                    SourceException.NOT_FOUND,
                    "The file " + file.name() + " is no longer there. Index its source again.",
                    e);
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    SourceException.ACCESS_DENIED,
                    "The file " + file.name() + " may not be read. Change its permissions.",
                    e);
        }
    }

    /** Closes a reader that came too late: whoever asked for it has released the session already. */
    void abandon() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written and nobody reads
        }
    }

    /** The version asked for when the file still is that one, otherwise what the file system tells now. */
    private static ItemVersion version(FileRef file, BasicFileAttributes found) {
        long size = found.size();
        var modified = found.lastModifiedTime().toInstant();
        var asked = file.version();
        boolean same = asked.size() == size && modified.equals(asked.modified());
        return same ? asked : new ItemVersion(size, modified, null, null);
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        session.requirePresent();
        if (!target.hasRemaining()) {
            return 0;
        }
        try {
            return channel.read(target, position);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (ClosedChannelException e) {
            throw new IOException(name + ": the reader is closed", e);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public long size() throws IOException {
        session.requirePresent();
        return channel.size();
    }

    @Override
    public ItemVersion version() {
        return version;
    }

    @Override
    public Path localFile() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            session.release();
            channel.close();
        }
    }
}

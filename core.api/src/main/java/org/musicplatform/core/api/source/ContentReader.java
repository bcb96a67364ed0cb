package org.musicplatform.core.api.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Random access to the bytes of one file, wherever it lies.
 *
 * <p>Used by one thread at a time and never shared: interrupting a reading thread may close the reader for good.
 * Methods block.
 */
@ConsumerType
public interface ContentReader extends AutoCloseable {

    /**
     * Reads from a position into the free space of a buffer.
     *
     * @param position offset of the first byte, at least 0
     * @param target where the bytes go, not null
     * @return how many bytes were read, at least 1; -1 at or after the end; 0 only when the buffer has no room
     * @throws IOException when the source fails; the message names the file
     */
    int read(long position, ByteBuffer target) throws IOException;

    /**
     * Returns the length of the file.
     *
     * @return bytes, or -1 when the source does not tell
     * @throws IOException when the source fails
     */
    long size() throws IOException;

    /**
     * Returns the version of the content that is being read.
     *
     * @return never null
     */
    ItemVersion version();

    /**
     * Returns a file on this machine that holds just these bytes. For libraries that cannot read ranges.
     *
     * @return a path valid while this reader is open, or null when there is none
     */
    default Path localFile() {
        return null;
    }

    /**
     * Reads until the buffer is full or the file ends.
     *
     * @param position offset of the first byte, at least 0
     * @param target where the bytes go, not null
     * @return how many bytes were read, 0 at the end
     * @throws IOException when the source fails
     */
    default int readFully(long position, ByteBuffer target) throws IOException {
        int total = 0;
        while (target.hasRemaining()) {
            int n = read(position + total, target);
            if (n < 0) {
                break;
            }
            total += n;
        }
        return total;
    }

    @Override
    void close() throws IOException;
}

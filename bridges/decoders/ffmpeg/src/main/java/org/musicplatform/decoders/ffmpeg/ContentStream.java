package org.musicplatform.decoders.ffmpeg;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;
import org.musicplatform.core.api.source.ContentReader;

/** A file's bytes as FFmpeg reads them. What goes wrong is kept for the caller: native code in between knows numbers only. */
final class ContentStream {

    static final int END = -1;
    static final int LOST = -2;

    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private final ContentReader content;
    private final long size;
    private long position;
    private Throwable failure;

    ContentStream(ContentReader content) throws IOException {
        this.content = content;
        long told = content.size();
        this.size = told >= 0 ? told : measure(content);
    }

    /** Finds the end where the source does not tell it: FFmpeg trims and seeks only in files whose length it knows. */
    private static long measure(ContentReader content) throws IOException {
        long present = 0; // bytes known to be there
        long absent = 1 << 16;
        while (present < absent && holds(content, absent)) {
            present = absent + 1;
            absent *= 2;
        }
        while (present < absent) {
            long middle = (present + absent) >>> 1;
            if (holds(content, middle)) {
                present = middle + 1;
            } else {
                absent = middle;
            }
        }
        return present;
    }

    private static boolean holds(ContentReader content, long position) throws IOException {
        return position < Long.MAX_VALUE / 2 && content.read(position, ByteBuffer.allocate(1)) > 0;
    }

    int read(BytePointer target, int length) {
        if (failure != null) {
            return LOST;
        }
        try {
            if (position >= size) {
                return END;
            }
            int read = content.read(position, target.capacity(length).asByteBuffer());
            if (read == 0) {
                throw new IOException("The source gives no bytes.");
            }
            position += Math.max(0, read);
            return read < 0 ? END : read;
        } catch (IOException | RuntimeException | Error thrown) {
            failure = thrown;
            return LOST;
        }
    }

    long seek(long offset, int whence) {
        if ((whence & avformat.AVSEEK_SIZE) != 0) {
            return size;
        }
        long wanted =
                switch (whence & ~avformat.AVSEEK_FORCE) {
                    case SEEK_SET -> offset;
                    case SEEK_CUR -> position + offset;
                    case SEEK_END -> size + offset;
                    default -> LOST;
                };
        if (wanted < 0) {
            return LOST;
        }
        position = wanted;
        return wanted;
    }

    /** Throws what went wrong in a call of FFmpeg, on the thread that made it. */
    void check() throws IOException {
        if (failure instanceof IOException lost) {
            throw lost;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Decoding was interrupted.");
        }
    }
}

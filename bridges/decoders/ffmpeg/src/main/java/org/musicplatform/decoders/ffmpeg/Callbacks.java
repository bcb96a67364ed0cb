package org.musicplatform.decoders.ffmpeg;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The functions that FFmpeg calls while it reads, one of each kind for all streams: JavaCPP has room for a handful only.
 * Which stream is meant is a number that FFmpeg hands back as if it were an address.
 */
final class Callbacks {

    /** EIO everywhere that FFmpeg runs. */
    private static final int FAILED = -5;

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, ContentStream> streams = new ConcurrentHashMap<>();
    // JavaCPP itself holds them weakly
    private final Reading reading = new Reading();
    private final Seeking seeking = new Seeking();
    private final Interrupting interrupting = new Interrupting();
    private boolean closed; // guarded by this

    /** Tells a stream by its number. */
    static final class Handle extends Pointer {
        private Handle(long number) {
            super();
            address = number;
        }
    }

    Read_packet_Pointer_BytePointer_int reading() {
        return reading;
    }

    Seek_Pointer_long_int seeking() {
        return seeking;
    }

    AVIOInterruptCB.Callback_Pointer interrupting() {
        return interrupting;
    }

    Handle register(ContentStream stream) {
        long number = numbers.incrementAndGet();
        streams.put(number, stream);
        return new Handle(number);
    }

    synchronized void unregister(Handle handle) {
        streams.remove(handle.address());
        freeWhenUnused();
    }

    /** Gives the functions back, as soon as no stream is open any more. */
    synchronized void close() {
        closed = true;
        freeWhenUnused();
    }

    private void freeWhenUnused() {
        if (closed && streams.isEmpty()) {
            reading.close();
            seeking.close();
            interrupting.close();
        }
    }

    private ContentStream stream(Pointer handle) {
        return handle == null ? null : streams.get(handle.address());
    }

    private final class Reading extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer handle, BytePointer target, int length) {
            var stream = stream(handle);
            if (stream == null) {
                return FAILED;
            }
            int read = stream.read(target, length);
            return read == ContentStream.END ? avutil.AVERROR_EOF() : read == ContentStream.LOST ? FAILED : read;
        }
    }

    private final class Seeking extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer handle, long offset, int whence) {
            var stream = stream(handle);
            long position = stream == null ? ContentStream.LOST : stream.seek(offset, whence);
            return position < 0 ? FAILED : position;
        }
    }

    private static final class Interrupting extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer handle) {
            return Thread.currentThread().isInterrupted() ? 1 : 0;
        }
    }
}

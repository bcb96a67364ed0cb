package org.musicplatform.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One message between two {@code music} processes: a byte that says what, four that say how long, then the bytes.
 *
 * <p>Written to the channel itself: its streams let no thread write while another reads.
 *
 * @param type what it is
 * @param bytes its content
 */
record Frame(Type type, byte[] bytes) {

    private static final int HEADER = 5;
    private static final int MOST = 1 << 20;

    /** What a message is. */
    enum Type {
        /** To the owner: the version, the working directory and the arguments, with NUL between. */
        CALL,
        /** To the owner: standard input. */
        IN,
        /** To the owner: standard input has ended. */
        IN_END,
        /** From the owner: it will run the call. */
        ACCEPTED,
        /** From the owner: it will not; in words. */
        REFUSED,
        /** From the owner: standard output. */
        OUT,
        /** From the owner: standard error. */
        ERR,
        /** From the owner: the exit code in digits; nothing follows. */
        EXIT
    }

    static Frame of(Type type, String text) {
        return new Frame(type, text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Writes it whole; safe from several threads. */
    void write(SocketChannel channel) throws IOException {
        if (bytes.length > MOST) {
            throw new IOException("a message of " + bytes.length + " bytes is too long");
        }
        var buffer = ByteBuffer.allocate(HEADER + bytes.length);
        buffer.put((byte) type.ordinal()).putInt(bytes.length).put(bytes).flip();
        synchronized (channel) {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /** Reads the next one; null at the end. */
    static Frame read(SocketChannel channel) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        if (!fill(channel, header)) {
            return null;
        }
        int type = header.get(0);
        int length = header.getInt(1);
        if (type < 0 || type >= Type.values().length || length < 0 || length > MOST) {
            throw new IOException("this is no message of music");
        }
        var content = ByteBuffer.allocate(length);
        if (!fill(channel, content) && length > 0) {
            throw new EOFException("a message was cut");
        }
        return new Frame(Type.values()[type], content.array());
    }

    private static boolean fill(SocketChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() > 0) {
                    throw new EOFException("a message was cut");
                }
                return false;
            }
        }
        return true;
    }
}

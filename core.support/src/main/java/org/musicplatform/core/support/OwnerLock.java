package org.musicplatform.core.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file that one process owns at a time, and that says which. The system takes the lock back when the process ends,
 * however it ends. Not for network file systems.
 */
public final class OwnerLock implements AutoCloseable {

    // the lock covers one byte far behind the text, so that others can read who the owner is (Windows locks are
    // mandatory)
    private static final long LOCKED_BYTE = 1L << 30;

    // a registry of the whole JVM: this class is copied into several bundles, each with statics of its own
    private static final String REGISTRY = OwnerLock.class.getName() + ":";

    private final FileChannel channel;
    private final String registered;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OwnerLock(FileChannel channel, String registered) {
        this.channel = channel;
        this.registered = registered;
    }

    /** The file is owned by somebody else. */
    public static final class OwnedException extends Exception {
        private static final long serialVersionUID = 1L;

        OwnedException(String owner) {
            super(owner);
        }

        /** Returns who owns it, e.g. {@code process 4711 since 2026-01-31T12:00:00Z}. */
        public String owner() {
            return getMessage();
        }
    }

    /**
     * Takes the file, or fails at once.
     *
     * @throws OwnedException when another process, or another part of this one, has it
     * @throws IOException when it cannot be opened
     */
    public static OwnerLock take(Path file) throws IOException, OwnedException {
        String me = "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path absolute = file.toAbsolutePath();
        String registered = REGISTRY + absolute.getParent().toRealPath().resolve(absolute.getFileName());
        // asked before the file is opened: on POSIX, closing any channel of a file drops every lock that the process
        // has on it
        Object owner = System.getProperties().putIfAbsent(registered, me);
        if (owner != null) {
            throw new OwnedException(owner.toString());
        }
        try {
            return new OwnerLock(lock(file, me), registered);
        } catch (IOException | OwnedException | RuntimeException e) {
            System.getProperties().remove(registered);
            throw e;
        }
    }

    private static FileChannel lock(Path file, String me) throws IOException, OwnedException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!tryLock(channel)) {
                throw new OwnedException(readOwner(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } catch (IOException | OwnedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static String readOwner(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(200);
        channel.read(text, 0);
        return text.position() == 0
                ? "another process"
                : new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            try {
                channel.close();
            } finally {
                System.getProperties().remove(registered);
            }
        }
    }
}

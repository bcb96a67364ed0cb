package org.musicplatform.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Where other {@code music} processes hand over their calls: a Unix-domain socket in the home, for its user alone
 * (mode 0600). Each call runs on a thread of its own; a caller that goes away interrupts it.
 */
final class OwnerSocket implements AutoCloseable {

    static final String NAME = "music.sock";
    static final String VERSION = "music 1";

    private static final int MOST_AT_ONCE = 16;
    /** A command that takes longer is worth joining. */
    private static final long MOMENT_NANOS = 300_000_000;

    private final ServerSocketChannel server;
    private final Path file;
    private final Runner runner;
    private final Set<Thread> running = new HashSet<>(); // guarded by itself
    private final long takesFrom = System.nanoTime() + MOMENT_NANOS;
    private boolean closed; // guarded by running

    /** Runs a call and returns its exit code. */
    interface Runner {
        int run(CommandCall call) throws InterruptedException;
    }

    private OwnerSocket(ServerSocketChannel server, Path file, Runner runner) {
        this.server = server;
        this.file = file;
        this.runner = runner;
    }

    /**
     * Listens from now on; the home is owned, so a socket that lies there is left over.
     *
     * @throws IOException when the system has no such sockets, or the path is too long for one
     */
    static OwnerSocket open(Path home, Runner runner) throws IOException {
        Path file = home.resolve(NAME);
        Files.deleteIfExists(file);
        // made where only its user comes in, then moved: it is never open to others, not for a moment
        Path hall = Files.createTempDirectory(home, ".s");
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Path made = hall.resolve("s");
            server.bind(UnixDomainSocketAddress.of(made), MOST_AT_ONCE);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(made, file);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e instanceof IOException io ? io : new IOException(e);
        } finally {
            Files.deleteIfExists(hall.resolve("s"));
            Files.delete(hall);
        }
        var socket = new OwnerSocket(server, file, runner);
        start("launcher-owner", socket::listen);
        return socket;
    }

    private void listen() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                start("launcher-call", () -> serve(channel));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Tells whether calls are taken: not by a process that is done in a moment, and would have to wait for them. */
    private boolean isOpenForCalls() throws InterruptedException {
        synchronized (running) {
            for (long left = takesFrom - System.nanoTime(); left > 0 && !closed; left = takesFrom - System.nanoTime()) {
                running.wait(Math.max(1, left / 1_000_000));
            }
            return !closed && running.add(Thread.currentThread());
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            if (!isOpenForCalls()) {
                return; // the caller tries again, and finds nobody or another owner
            }
            var call = Frame.read(channel);
            if (call == null || call.type() != Frame.Type.CALL) {
                return;
            }
            var parts = call.text().split("\0", -1);
            if (!parts[0].equals(VERSION)) {
                Frame.of(Frame.Type.REFUSED, "the library is in use by another version of music. End it first.")
                        .write(channel);
            } else if (isCrowded()) {
                Frame.of(Frame.Type.REFUSED, "too many calls at once. Try again.")
                        .write(channel);
            } else {
                Frame.of(Frame.Type.ACCEPTED, "").write(channel);
                run(channel, parts);
            }
        } catch (IOException | InterruptedException gone) {
            // the caller went; nobody is left to tell
        } finally {
            synchronized (running) {
                running.remove(Thread.currentThread());
                running.notifyAll();
            }
        }
    }

    private boolean isCrowded() {
        synchronized (running) {
            return running.size() > MOST_AT_ONCE;
        }
    }

    private void run(SocketChannel channel, String... parts) throws IOException {
        var ended = new CountDownLatch(1);
        var worker = Thread.currentThread();
        try (var fed = new PipedOutputStream();
                var in = new PipedInputStream(fed)) {
            start("launcher-call-input", () -> {
                feed(channel, fed);
                if (ended.getCount() > 0) {
                    worker.interrupt(); // the caller went
                }
            });
            var call = new CommandCall(
                    Arrays.copyOfRange(parts, 2, parts.length),
                    Path.of(parts[1]),
                    in,
                    print(channel, Frame.Type.OUT),
                    print(channel, Frame.Type.ERR),
                    false);
            int code = runner.run(call);
            ended.countDown();
            call.out().flush();
            call.err().flush();
            Thread.interrupted();
            Frame.of(Frame.Type.EXIT, String.valueOf(code)).write(channel);
        } catch (InterruptedException e) {
            ended.countDown();
        }
    }

    private static void feed(SocketChannel channel, PipedOutputStream in) {
        try (in) {
            for (var frame = Frame.read(channel); frame != null; frame = Frame.read(channel)) {
                if (frame.type() == Frame.Type.IN_END) {
                    in.close();
                } else {
                    in.write(frame.bytes());
                    in.flush();
                }
            }
        } catch (IOException gone) {
            // as at the end
        }
    }

    private static PrintStream print(SocketChannel channel, Frame.Type type) {
        var stream = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int at = 0; at < length; at += 65_536) {
                    int n = Math.min(65_536, length - at);
                    new Frame(type, Arrays.copyOfRange(bytes, offset + at, offset + at + n)).write(channel);
                }
            }
        };
        return new PrintStream(new java.io.BufferedOutputStream(stream, 8_192), true, StandardCharsets.UTF_8);
    }

    /** Waits until no call is under way, and takes no more then; an interrupt ends them. */
    void finish() throws InterruptedException {
        try {
            synchronized (running) {
                while (!running.isEmpty()) {
                    running.wait();
                }
                closed = true;
                running.notifyAll();
            }
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        synchronized (running) {
            closed = true;
            running.notifyAll();
            running.forEach(Thread::interrupt);
        }
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the next owner deletes it
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}

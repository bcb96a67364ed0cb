package org.musicplatform.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands a call to the process that owns the home, and shows what it says. */
final class Handover {

    private static final long ANSWER_MILLIS = 2_000;

    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;

    /**
     * @param in what to pass on as standard input, or null for nothing
     */
    Handover(PrintStream out, PrintStream err, InputStream in) {
        this.out = out;
        this.err = err;
        this.in = in;
    }

    /** Returns the exit code, or null when the owner does not answer. */
    Integer call(Path home, String... arguments) throws InterruptedException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var call = Frame.of(Frame.Type.CALL, callText(arguments));
            var answer = CompletableFuture.supplyAsync(() -> ask(channel, home, call), Handover::start);
            var first = answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return null;
            }
            if (first.type() == Frame.Type.REFUSED) {
                err.println("music: " + first.text());
                return 1;
            }
            if (in != null) {
                start(() -> passOn(channel));
            }
            return follow(channel);
        } catch (IOException | ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private static String callText(String... arguments) {
        return OwnerSocket.VERSION + "\0" + Path.of("").toAbsolutePath()
                + Arrays.stream(arguments).map(a -> "\0" + a).reduce("", String::concat);
    }

    private static Frame ask(SocketChannel channel, Path home, Frame call) {
        try {
            channel.connect(UnixDomainSocketAddress.of(home.resolve(OwnerSocket.NAME)));
            call.write(channel);
            return Frame.read(channel);
        } catch (IOException | IllegalArgumentException nobody) {
            return null;
        }
    }

    private int follow(SocketChannel channel) throws InterruptedException {
        try {
            for (var frame = Frame.read(channel); frame != null; frame = Frame.read(channel)) {
                switch (frame.type()) {
                    case OUT -> out.write(frame.bytes(), 0, frame.bytes().length);
                    case ERR -> err.write(frame.bytes(), 0, frame.bytes().length);
                    case EXIT -> {
                        return Integer.parseInt(frame.text());
                    }
                    default -> throw new IOException("an answer of an unknown kind");
                }
                out.flush();
                err.flush();
            }
        } catch (IOException | NumberFormatException broken) {
            // told below
        }
        err.println("music: the process that did this ended before it was done.");
        return 1;
    }

    private void passOn(SocketChannel channel) {
        var block = new byte[8_192];
        try {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                new Frame(Frame.Type.IN, Arrays.copyOf(block, n)).write(channel);
            }
            Frame.of(Frame.Type.IN_END, "").write(channel);
        } catch (IOException ended) {
            // the command ended before its input did
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "launcher-handover");
        thread.setDaemon(true);
        thread.start();
    }
}

package org.musicplatform.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The {@code music} program. */
public final class Main {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String[] arguments;
    private final PrintStream out;
    private final PrintStream err;
    private final StrayOutput stray;

    private Main(String[] arguments, PrintStream out, PrintStream err, StrayOutput stray) {
        this.arguments = arguments.clone();
        this.out = out;
        this.err = err;
        this.stray = stray;
    }

    /** Runs one command, or the shell, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // what a command prints is all that goes to standard output; whatever else prints goes to standard error
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new Main(arguments, out, err, StrayOutput.redirect(err)).run();
        out.flush();
        if (code == 0 && System.getProperty(ClassArchive.FILE) != null) {
            ClassArchive.write(HomeOption.command(arguments));
        }
        System.exit(code);
    }

    private int run() {
        try {
            Path wanted = HomeOption.in(arguments);
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (true) {
                try (var home = Home.open(wanted)) {
                    return own(home.directory());
                } catch (Home.OwnedException owned) {
                    // an owner that has just begun to end neither answers nor lets go yet
                    Integer code = handOver(owned.directory());
                    if (code != null) {
                        return code;
                    }
                    if (System.nanoTime() > end) {
                        err.println("music: " + owned.getMessage());
                        return 1;
                    }
                    LockSupport.parkNanos(AGAIN_NANOS);
                }
            }
        } catch (HomeOption.MissingValueException e) {
            err.println("music: " + e.getMessage());
            return 2;
        } catch (Home.UnusableException | RunningCore.NotStartedException | IOException e) {
            err.println("music: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            return 130;
        }
    }

    private Integer handOver(Path home) throws InterruptedException {
        // what a person types belongs to the command that they type next
        boolean typed = Boolean.getBoolean("music.typed");
        return new Handover(out, err, typed ? null : System.in).call(home, arguments);
    }

    @SuppressWarnings("try") // the resources that stop in order are not called here
    private int own(Path home) throws RunningCore.NotStartedException, InterruptedException {
        if (HomeOption.command(arguments).equals("migrate")) {
            // else the library would be migrated before the command says whether it is to be
            System.setProperty("music.library.migrate", "ask");
        }
        Path distribution = Path.of(System.getProperty("music.distribution", "."));
        try (var stop = new StopOnInterrupt(Thread.currentThread());
                var core = RunningCore.start(distribution, home, stray);
                var commands = new Commands(core, home)) {
            var call = new CommandCall(
                    arguments, Path.of("").toAbsolutePath(), System.in, out, err, Boolean.getBoolean("music.terminal"));
            if (!commands.prepare(call)) {
                return 1;
            }
            core.awaitStarted();
            try (var socket = listen(home, commands)) {
                int code = commands.run(call);
                if (socket != null) {
                    socket.finish();
                }
                return code;
            }
        }
    }

    /** Without a socket only the handing over is lost. */
    private OwnerSocket listen(Path home, Commands commands) {
        try {
            return OwnerSocket.open(home, commands::run);
        } catch (IOException | UnsupportedOperationException e) {
            System.getLogger(Main.class.getName())
                    .log(System.Logger.Level.WARNING, "Other processes cannot hand over commands: " + e.getMessage());
            return null;
        }
    }
}

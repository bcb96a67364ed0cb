package org.musicplatform.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/**
 * One call of the commands. They are a service of type {@link Function} with the property {@code music.commands}: the
 * launcher shares no class with any bundle.
 */
final class CommandRun {

    private static final int SECONDS_TO_START = 20;

    private final String[] arguments;
    private final PrintStream out;
    private final PrintStream err;
    private final Path home;
    private final Thread thread = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);

    CommandRun(String[] arguments, PrintStream out, PrintStream err, Path home) {
        this.arguments = arguments.clone();
        this.out = out;
        this.err = err;
        this.home = home;
    }

    /** Lets Ctrl-C end the command in order: it is interrupted, and has a moment to leave a consistent library. */
    void stopOnInterrupt() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            thread.interrupt();
                            try {
                                ended.await(1_800, TimeUnit.MILLISECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "launcher-stop"));
    }

    void ended() {
        ended.countDown();
    }

    /** Runs and returns the exit code. */
    int in(RunningCore core) throws InterruptedException {
        var tracker = tracker(core.framework().getBundleContext());
        tracker.open();
        try {
            var commands = tracker.waitForService(TimeUnit.SECONDS.toMillis(SECONDS_TO_START));
            if (commands == null) {
                err.println("music: the core did not start within " + SECONDS_TO_START + " s. See "
                        + home.resolve("logs/music.log") + ".");
                return 1;
            }
            return commands.apply(call(core));
        } finally {
            tracker.close();
        }
    }

    private Map<String, Object> call(RunningCore core) {
        var call = new HashMap<String, Object>();
        call.put("args", arguments);
        call.put("in", System.in);
        call.put("out", out);
        call.put("err", err);
        call.put("home", home);
        call.put("terminal", Boolean.getBoolean("music.terminal"));
        call.put("interactive-start", (Runnable) core::becomeInteractive);
        return call;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a service found by its property has no type arguments
    private static ServiceTracker<Function, Function<Map<String, Object>, Integer>> tracker(BundleContext context) {
        try {
            var filter = context.createFilter("(&(objectClass=java.util.function.Function)(music.commands=true))");
            return new ServiceTracker(context, filter, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

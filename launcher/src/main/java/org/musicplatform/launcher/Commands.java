package org.musicplatform.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The commands of a running core. They are a service of type {@link Function} with the property {@code music.commands}:
 * the launcher shares no class with any bundle but SLF4J's.
 */
@SuppressWarnings({"unchecked", "rawtypes"}) // a service found by its property has no type arguments
final class Commands implements AutoCloseable {

    private static final int SECONDS_TO_START = 20;

    private final RunningCore core;
    private final Path home;
    private final ServiceTracker<Function, Function<Map<String, Object>, Integer>> tracker;

    Commands(RunningCore core, Path home) {
        this.core = core;
        this.home = home;
        this.tracker = tracker(core.framework().getBundleContext());
        tracker.open();
    }

    private static ServiceTracker<Function, Function<Map<String, Object>, Integer>> tracker(BundleContext context) {
        try {
            var filter = context.createFilter("(&(objectClass=java.util.function.Function)(music.commands=true))");
            return new ServiceTracker(context, filter, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs and returns the exit code. */
    int run(CommandCall call) throws InterruptedException {
        var commands = tracker.waitForService(TimeUnit.SECONDS.toMillis(SECONDS_TO_START));
        if (commands == null) {
            call.err()
                    .println("music: the core did not start within " + SECONDS_TO_START + " s. See "
                            + home.resolve("logs/music.log") + ".");
            return 1;
        }
        var map = new HashMap<String, Object>();
        map.put("args", call.arguments());
        map.put("in", call.in());
        map.put("out", call.out());
        map.put("err", call.err());
        map.put("home", home);
        map.put("directory", call.directory());
        map.put("terminal", call.terminal());
        map.put("interactive-start", (Runnable) core::becomeInteractive);
        return commands.apply(map);
    }

    @Override
    public void close() {
        tracker.close();
    }
}

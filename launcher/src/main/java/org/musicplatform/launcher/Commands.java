package org.musicplatform.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The commands of a running core. They are a service of type {@link Function} with the property {@code music.commands}:
 * the launcher shares no class with any bundle but SLF4J's.
 */
final class Commands implements AutoCloseable {

    private static final int SECONDS_TO_START = 20;
    private static final int FAILED = 1;

    private final RunningCore core;
    private final Path home;
    private final BundleContext context;
    private final ServiceTracker<Object, ServiceReference<Object>> tracker;

    Commands(RunningCore core, Path home) {
        this.core = core;
        this.home = home;
        this.context = core.framework().getBundleContext();
        this.tracker = tracker(context);
        tracker.open();
    }

    /** Tracks where they are: who gets them waits until all that they need is loaded. */
    private static ServiceTracker<Object, ServiceReference<Object>> tracker(BundleContext context) {
        try {
            var filter = context.createFilter("(&(objectClass=java.util.function.Function)(music.commands=true))");
            return new ServiceTracker<>(context, filter, null) {
                @Override
                public ServiceReference<Object> addingService(ServiceReference<Object> reference) {
                    return reference;
                }

                @Override
                public void removedService(ServiceReference<Object> reference, ServiceReference<Object> tracked) {
                    // the framework takes it back from all who use it
                }
            };
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads what a call will need, while the rest of the core starts; returns whether it can be run then. */
    boolean prepare(CommandCall call) throws InterruptedException {
        return apply(call, Map.of("prepare", true)) != null;
    }

    /** Runs and returns the exit code. */
    int run(CommandCall call) throws InterruptedException {
        Integer code = apply(call, Map.of("interactive-start", (Runnable) core::becomeInteractive));
        return code == null ? FAILED : code;
    }

    private Integer apply(CommandCall call, Map<String, Object> more) throws InterruptedException {
        var reference = tracker.waitForService(TimeUnit.SECONDS.toMillis(SECONDS_TO_START));
        // not given back: what nobody uses is let go of, and would be made anew for each call
        var service = reference == null ? null : context.getService(reference);
        if (service == null) {
            call.err()
                    .println("music: the core did not start within " + SECONDS_TO_START + " s. See "
                            + home.resolve("logs/music.log") + ".");
            return null;
        }
        var map = new HashMap<>(more);
        map.put("args", call.arguments());
        map.put("in", call.in());
        map.put("out", call.out());
        map.put("err", call.err());
        map.put("home", home);
        map.put("directory", call.directory());
        map.put("terminal", call.terminal());
        @SuppressWarnings("unchecked") // as the service's property says
        var commands = (Function<Map<String, Object>, Integer>) service;
        return commands.apply(map);
    }

    @Override
    public void close() {
        tracker.close();
    }
}

package org.musicplatform.platform.plugins.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.musicplatform.core.api.plugin.PluginException;
import org.musicplatform.core.support.PluginGuard;
import org.musicplatform.platform.plugins.JarHeader;
import org.musicplatform.platform.plugins.PluginHost;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plug-ins as bundles of this framework. They are never started by the framework itself: one that hangs must not hold up
 * the next start.
 */
final class BundleHost implements PluginHost, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BundleHost.class);

    private static final String LOCATION = "plugin:";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final BundleContext context;
    private final PluginGuard guard;

    BundleHost(BundleContext context) {
        this(context, LIMIT);
    }

    BundleHost(BundleContext context, Duration limit) {
        this.context = context;
        this.guard = new PluginGuard("platform-plugin-start", limit);
    }

    @Override
    public List<Installed> installed() {
        return plugins()
                .map(bundle -> new Installed(
                        bundle.getLocation().substring(LOCATION.length()),
                        new JarHeader(
                                String.valueOf(bundle.getSymbolicName()),
                                bundle.getVersion().toString())))
                .toList();
    }

    private Stream<Bundle> plugins() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(LOCATION));
    }

    @Override
    public boolean isOwn(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName())
                        && !bundle.getLocation().startsWith(LOCATION));
    }

    @Override
    public void install(String key, Path jar) throws IOException, InterruptedException {
        try (var bytes = Files.newInputStream(jar)) {
            start(context.installBundle(LOCATION + key, bytes));
        } catch (BundleException e) {
            throw new PluginException(PluginException.NOT_A_BUNDLE, "The framework does not take it: " + words(e), e);
        }
    }

    @Override
    public void start(String key) throws InterruptedException {
        var bundle = context.getBundle(LOCATION + key);
        if (bundle != null) {
            start(bundle);
        }
    }

    private void start(Bundle bundle) throws InterruptedException {
        boolean started = false;
        try {
            bundle.adapt(BundleStartLevel.class)
                    .setStartLevel(
                            context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                run(bundle);
            }
            started = true;
        } finally {
            if (!started) {
                uninstall(bundle);
            }
        }
    }

    private void run(Bundle bundle) throws InterruptedException {
        if (!context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .resolveBundles(Set.of(bundle))) {
            throw new PluginException(
                    PluginException.UNRESOLVED, bundle.getSymbolicName() + " " + Missing.words(bundle, context));
        }
        try {
            guard.call((Callable<Void>) () -> {
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                return null;
            });
        } catch (PluginGuard.TimedOutException e) {
            throw new PluginException(
                    PluginException.START_FAILED,
                    bundle.getSymbolicName() + " does not come to an end when it is started.",
                    e);
        } catch (ExecutionException e) {
            throw new PluginException(
                    PluginException.START_FAILED,
                    bundle.getSymbolicName() + " failed when it was started: " + words(e.getCause()),
                    e.getCause());
        }
    }

    /** What the innermost cause says: that is where the plug-in's own words are. */
    private static String words(Throwable problem) {
        var cause = problem;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void uninstall(String key) throws InterruptedException {
        var bundle = context.getBundle(LOCATION + key);
        if (bundle != null) {
            uninstall(bundle);
        }
    }

    private void uninstall(Bundle bundle) throws InterruptedException {
        try {
            guard.call((Callable<Void>) () -> {
                bundle.uninstall();
                return null;
            });
            refresh(bundle);
        } catch (PluginGuard.TimedOutException | ExecutionException e) {
            LOG.warn("{} does not stop; it is left behind until the next start", bundle.getSymbolicName(), e);
        }
    }

    /** Lets go of its classes; the bundles that use them are wired anew. */
    private void refresh(Bundle bundle) throws InterruptedException {
        var done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(Set.of(bundle), event -> done.countDown());
        if (!done.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The framework takes long to let go of {}", bundle.getSymbolicName());
        }
    }

    @Override
    public void close() {
        guard.close();
    }
}

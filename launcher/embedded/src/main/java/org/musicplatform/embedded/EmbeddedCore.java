package org.musicplatform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.support.OwnerLock;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A core that runs inside this program.
 *
 * <pre>{@code
 * try (var embedded = EmbeddedCore.start(EmbeddedConfig.at(Path.of("music-home")))) {
 *     CoreService core = embedded.core();
 *     ...
 * }
 * }</pre>
 *
 * <p>{@code core.api} and SLF4J come from the class path of the program, so that it and the bundles speak of the same
 * classes; where SLF4J logs to is the program's choice. Thread-safe.
 */
public final class EmbeddedCore implements AutoCloseable {

    private static final String SHARED_LOGGING = "org.slf4j;version=2.0,org.slf4j.event;version=2.0,"
            + "org.slf4j.helpers;version=2.0,org.slf4j.spi;version=2.0";
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long STOP_MILLIS = 10_000;

    private final OwnerLock lock;
    private final Framework framework;

    private EmbeddedCore(OwnerLock lock, Framework framework) {
        this.lock = lock;
        this.framework = framework;
    }

    /**
     * Starts a core. Blocks until it is ready.
     *
     * @param config how, not null
     * @return the core, which the caller closes; not null
     * @throws EmbeddedException when it cannot be started, for example because another process has the home
     */
    public static EmbeddedCore start(EmbeddedConfig config) {
        OwnerLock lock = own(config.home());
        EmbeddedCore core = null;
        boolean ready = false;
        try {
            core = new EmbeddedCore(lock, framework(config));
            core.run(config);
            ready = true;
            return core;
        } catch (IOException | BundleException e) {
            throw new EmbeddedException("The core does not start: " + e.getMessage(), e);
        } finally {
            if (!ready) {
                if (core == null) {
                    release(lock);
                } else {
                    core.close();
                }
            }
        }
    }

    private static OwnerLock own(Path home) {
        try {
            Files.createDirectories(home.resolve("cache/native"));
            return OwnerLock.take(home.resolve("music.lock"));
        } catch (OwnerLock.OwnedException e) {
            throw new EmbeddedException(
                    "The home " + home + " is in use by " + e.owner() + ". Close that one, or choose another home.", e);
        } catch (IOException e) {
            throw new EmbeddedException("The home " + home + " cannot be used: " + e, e);
        }
    }

    private static Framework framework(EmbeddedConfig config) throws IOException {
        var factory = config.framework() != null
                ? config.framework()
                : ServiceLoader.load(FrameworkFactory.class, EmbeddedCore.class.getClassLoader())
                        .findFirst()
                        .orElseThrow(() -> new EmbeddedException(
                                "No OSGi framework is on the class path. Add org.apache.felix.framework.", null));
        return factory.newFramework(properties(config.home()));
    }

    private static Map<String, String> properties(Path home) throws IOException {
        var properties = new HashMap<String, String>();
        properties.put(
                Constants.FRAMEWORK_STORAGE, home.resolve("cache/embedded").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, CarriedBundles.sharedPackages() + "," + SHARED_LOGGING);
        properties.put("org.musicplatform.home", home.toString());
        // our handlers only enqueue; timing each call costs a factor of ten
        properties.put("org.apache.felix.eventadmin.IgnoreTimeout", "org.musicplatform.");
        return properties;
    }

    private void run(EmbeddedConfig config) throws IOException, BundleException {
        var loader = Thread.currentThread().getContextClassLoader();
        // threads born inside must not hold on to the loader of whoever starts a core
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            framework.start();
            for (Path jar : CarriedBundles.copyTo(config.home().resolve("cache/bundles"))) {
                if (!config.without().contains(CarriedBundles.symbolicName(jar))) {
                    install(jar);
                }
            }
            for (Path jar : config.bundles()) {
                install(jar);
            }
            for (Bundle bundle : framework.getBundleContext().getBundles()) {
                if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null && bundle != framework) {
                    bundle.start();
                }
            }
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
        }
        if (!config.without().contains("org.musicplatform.core.service")) {
            awaitReady(config.patience().toNanos());
        }
    }

    private void install(Path jar) throws BundleException {
        framework.getBundleContext().installBundle("reference:" + jar.toUri());
    }

    private void awaitReady(long nanos) {
        long end = System.nanoTime() + nanos;
        while (service(CoreService.class) == null) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new EmbeddedException("The core does not become ready; the log says why.", null);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /**
     * Returns the façade.
     *
     * @return a reference that is good until this is closed, never null
     * @throws EmbeddedException when the façade was left out, or this is closed
     */
    public CoreService core() {
        var core = service(CoreService.class);
        if (core == null) {
            throw new EmbeddedException("There is no CoreService: it was left out, or the core is closed.", null);
        }
        return core;
    }

    /**
     * Returns a service of a module, for a program that does without the façade.
     *
     * @param type its interface in {@code core.api}, not null
     * @param <T> its interface
     * @return the best one present, or null; it is not to be used after its bundle is gone
     */
    public <T> T service(Class<T> type) {
        var context = framework.getBundleContext();
        if (context == null) {
            return null;
        }
        try {
            // all of them: the system bundle has no wire to the API that it exports itself
            var references = context.getAllServiceReferences(type.getName(), null);
            return references == null
                    ? null
                    : type.cast(context.getService(Arrays.stream(references)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops everything and gives the home back. Blocks for ten seconds at most. Does nothing when called again. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            throw new EmbeddedException("The core does not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release(lock);
        }
    }

    private static void release(OwnerLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new EmbeddedException("The home cannot be given back: " + e.getMessage(), e);
        }
    }
}

package org.musicplatform.cnf.framework;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A Felix inside the test's JVM, with Declarative Services, Configuration Admin and Event Admin.
 *
 * <p>The bundle under test is the jar that the module just built; others are found on the test's class path by symbolic
 * name. The API packages come from the test's own class loader, so that a test sees the services by their interfaces.
 */
public final class TestFramework implements AutoCloseable {

    // as a bundle slf4j wants a provider and the machinery that finds one; tests log through the class path's
    private static final String LOGGING = "org.slf4j;version=2.0.20,org.slf4j.event;version=2.0.20,"
            + "org.slf4j.helpers;version=2.0.20,org.slf4j.spi;version=2.0.20";

    private static final List<String> BASE = List.of(
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.osgi.service.component",
            "org.apache.felix.configadmin",
            "org.apache.felix.eventadmin",
            "org.apache.felix.scr");

    private final Path storage;
    private final Framework framework;

    private TestFramework(Path storage, Framework framework) {
        this.storage = storage;
        this.framework = framework;
    }

    /** Starts a framework with framework properties of the test's own. */
    public static TestFramework start(Map<String, String> properties) {
        try {
            Path storage = Files.createTempDirectory("framework");
            var configuration = new HashMap<String, String>(properties);
            configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
            configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
            configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, apiPackages());
            var framework = java.util.ServiceLoader.load(FrameworkFactory.class)
                    .findFirst()
                    .orElseThrow()
                    .newFramework(configuration);
            var started = new TestFramework(storage, framework);
            var loader = Thread.currentThread().getContextClassLoader();
            // threads born inside must not find the test's logging through their context class loader
            Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
            try {
                framework.start();
                BASE.forEach(started::install);
            } finally {
                Thread.currentThread().setContextClassLoader(loader);
            }
            return started;
        } catch (IOException | BundleException e) {
            throw new IllegalStateException("the framework does not start", e);
        }
    }

    /** Starts a framework without properties. */
    public static TestFramework start() {
        return start(Map.of());
    }

    /** Returns the context of the system bundle: what a test registers itself goes through it. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs and starts the bundle that this module builds. */
    public Bundle installOwn() {
        return install(Path.of(System.getProperty("music.bundle")));
    }

    /** Installs and starts a bundle of the test's class path. */
    public Bundle install(String symbolicName) {
        return install(onClassPath(symbolicName));
    }

    /** Installs and starts a bundle file. */
    public Bundle install(Path jar) {
        try {
            var bundle = context().installBundle(jar.toUri().toString());
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
            return bundle;
        } catch (BundleException e) {
            throw new IllegalStateException("cannot start " + jar + ": " + e.getMessage(), e);
        }
    }

    /** Registers a service of the test, with a ranking and further properties as name, value, name, value. */
    public <T> ServiceRegistration<T> register(Class<T> type, T service, int ranking, Object... properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>();
        dictionary.put(Constants.SERVICE_RANKING, ranking);
        for (int i = 0; i < properties.length; i += 2) {
            dictionary.put((String) properties[i], properties[i + 1]);
        }
        return context().registerService(type, service, dictionary);
    }

    /** Waits for a service and returns the best one. */
    public <T> T await(Class<T> type) {
        return await(type.getSimpleName() + " appears", () -> find(type), service -> service != null);
    }

    /** Waits until no service of a type is there. */
    public void awaitGone(Class<?> type) {
        await(type.getSimpleName() + " goes", () -> find(type), service -> service == null);
    }

    /** Returns the best service of a type, or null. */
    public <T> T find(Class<T> type) {
        try {
            // all of them: the system bundle has no wire to the API that it exports itself
            var references = context().getAllServiceReferences(type.getName(), null);
            return references == null
                    ? null
                    : type.cast(context()
                            .getService(Arrays.stream(references)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow()));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits up to 10 seconds for a state. */
    public static <T> T await(String what, Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            T seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 10 s: " + what + "; last seen: " + seen);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(10_000);
            try (var files = Files.walk(storage)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (BundleException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path onClassPath(String symbolicName) {
        return classPath()
                .filter(jar -> symbolicName.equals(symbolicName(jar)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bundle " + symbolicName + " on the class path"));
    }

    private static java.util.stream.Stream<Path> classPath() {
        var entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(entries.split(File.pathSeparator)).map(Path::of).filter(entry -> entry.toString()
                .endsWith(".jar"));
    }

    private static String symbolicName(Path jar) {
        String header = header(jar, Constants.BUNDLE_SYMBOLICNAME);
        return header == null ? null : header.split(";")[0].trim();
    }

    /** The exports of core.api with their versions, as the system bundle shall export them. */
    private static String apiPackages() {
        var packages = new ArrayList<String>();
        for (Path jar : classPath().toList()) {
            String name = symbolicName(jar);
            if ("org.musicplatform.core.api".equals(name)) {
                packages.add(header(jar, Constants.EXPORT_PACKAGE));
            }
        }
        if (packages.isEmpty()) {
            throw new IllegalStateException(
                    "core.api is not on the class path as a jar: run the build to package first");
        }
        packages.add(LOGGING);
        return String.join(",", packages);
    }

    private static String header(Path jar, String name) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            return manifest == null ? null : manifest.getMainAttributes().getValue(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }
}

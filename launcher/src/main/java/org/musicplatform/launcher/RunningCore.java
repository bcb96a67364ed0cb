package org.musicplatform.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** A started framework with the bundles of the distribution. */
final class RunningCore implements AutoCloseable {

    /** Folders of bundles up to this one start with the framework; the rest when a shell is opened. */
    private static final int CORE_LEVEL = 2;

    private static final int INTERACTIVE_LEVEL = 3;

    /** Shared with the bundles: as bundles they would need each class of theirs rewritten to find each other. */
    private static final String LOGGING = "org.slf4j;version=2.0.20,org.slf4j.event;version=2.0.20,"
            + "org.slf4j.helpers;version=2.0.20,org.slf4j.spi;version=2.0.20,"
            + "org.slf4j;version=1.7.36,org.slf4j.helpers;version=1.7.36";

    private final Framework framework;
    private final StrayOutput stray;
    private CountDownLatch started;

    private RunningCore(Framework framework, StrayOutput stray) {
        this.framework = framework;
        this.stray = stray;
    }

    /** The framework does not start; the message says why. */
    static final class NotStartedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotStartedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Begins to start it, and returns when all bundles are resolved. */
    static RunningCore start(Path distribution, Path home, StrayOutput stray)
            throws NotStartedException, InterruptedException {
        System.setProperty("music.home", home.toString());
        LogFile.prefer(distribution.resolve("etc/logback.xml"));
        System.setProperty(
                "java.util.logging.config.file",
                distribution.resolve("etc/logging.properties").toString());
        // what several threads log while logging begins is replayed to the file; the notice of that is not for people
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("org.sqlite.tmpdir", home.resolve("cache/native").toString());
        HeadStart.log();
        var framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(configuration(home));
        var core = new RunningCore(framework, stray);
        try {
            framework.init();
            new BundleFolders(framework.getBundleContext()).bringInLine(distribution.resolve("bundles"));
            HeadStart.database(framework.getBundleContext());
            framework.start();
            // all of them, started or not: what stays unresolved after this lacks something
            framework.adapt(FrameworkWiring.class).resolveBundles(null);
            core.started = core.raiseTo(CORE_LEVEL);
            return core;
        } catch (BundleException | java.io.IOException e) {
            core.close();
            throw new NotStartedException(
                    "the core does not start: " + e.getMessage() + ". Is " + distribution + " complete?", e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Felix takes objects, too
    private static Map<String, String> configuration(Path home) {
        var configuration = new HashMap<String, String>();
        ((Map) configuration).put(FrameworkLog.PROPERTY, new FrameworkLog());
        configuration.put(
                Constants.FRAMEWORK_STORAGE, home.resolve("cache/framework").toString());
        configuration.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "1");
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, LOGGING);
        configuration.put("org.musicplatform.home", home.toString());
        configuration.put("org.osgi.service.log.admin.loglevel", "INFO");
        // our handlers only enqueue; timing each call costs a factor of ten
        configuration.put("org.apache.felix.eventadmin.IgnoreTimeout", "org.musicplatform.");
        return configuration;
    }

    /** Returns when all bundles but those of the interactive shell are started. */
    void awaitStarted() throws InterruptedException {
        await(started);
    }

    /** Starts what an interactive shell needs besides. */
    void becomeInteractive() {
        try {
            await(raiseTo(INTERACTIVE_LEVEL));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Framework framework() {
        return framework;
    }

    private CountDownLatch raiseTo(int level) {
        var reached = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        };
        framework.adapt(FrameworkStartLevel.class).setStartLevel(level, listener);
        return reached;
    }

    private static void await(CountDownLatch reached) throws InterruptedException {
        reached.await(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        stray.silence();
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException e) {
            throw new IllegalStateException("the framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

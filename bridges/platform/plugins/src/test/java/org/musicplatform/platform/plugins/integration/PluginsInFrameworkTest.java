package org.musicplatform.platform.plugins.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.plugin.PluginException;
import org.musicplatform.core.api.plugin.PluginInfo;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.core.testkit.bridge.TemporaryFileSystemAccess;
import org.musicplatform.platform.plugins.TestJar;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

@Timeout(120)
class PluginsInFrameworkTest {

    @TempDir
    Path dir;

    /** Offers a service. */
    public static final class Good implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            context.registerService(Runnable.class, () -> {}, null);
        }

        @Override
        public void stop(BundleContext context) {
            // what it registered goes with it
        }
    }

    /** Does not start. */
    public static final class Throwing implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("no licence found");
        }

        @Override
        public void stop(BundleContext context) {
            // never started
        }
    }

    /** Never comes to an end. */
    public static final class Hanging implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            while (true) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);
                Thread.interrupted();
            }
        }

        @Override
        public void stop(BundleContext context) {
            // never started
        }
    }

    @Test
    void plug_ins_come_and_go_and_what_is_bad_is_refused_in_words() throws Exception {
        try (var framework = TestFramework.start()) {
            framework.installOwn();
            framework.register(FileSystemAccess.class, new TemporaryFileSystemAccess(dir), 0);
            var plugins = framework.await(PluginService.class);

            var good = TestJar.bundle("org.good", "1.0.0").activator(Good.class).write(dir.resolve("good.jar"));
            assertEquals(PluginInfo.State.ACTIVE, plugins.install(good).join().state());
            framework.await(Runnable.class);

            var lacking = TestJar.bundle("org.lacking", "1.0.0")
                    .header("Import-Package", "org.musicplatform.core.api;version=\"[7,8)\"")
                    .write(dir.resolve("lacking.jar"));
            var needs = refusal(plugins, lacking, PluginException.UNRESOLVED);
            assertTrue(needs.contains("org.musicplatform.core.api in a version from 7"), needs);

            var throwing = TestJar.bundle("org.throwing", "1.0.0")
                    .activator(Throwing.class)
                    .write(dir.resolve("throwing.jar"));
            assertTrue(refusal(plugins, throwing, PluginException.START_FAILED).contains("no licence found"));

            var hanging = TestJar.bundle("org.hanging", "1.0.0")
                    .activator(Hanging.class)
                    .write(dir.resolve("hanging.jar"));
            var hangs = refusal(plugins, hanging, PluginException.START_FAILED);
            assertTrue(hangs.contains("does not come to an end"), hangs);

            assertEquals(1, plugins.list().size(), plugins.list()::toString);
            plugins.remove("org.good").join();
            assertNull(framework.find(Runnable.class));
        }
    }

    private static String refusal(PluginService plugins, Path jar, String code) {
        var thrown = assertThrows(
                CompletionException.class, () -> plugins.install(jar).join());
        var refused = (PluginException) thrown.getCause();
        assertEquals(code, refused.code(), refused::getMessage);
        return refused.getMessage();
    }
}

package org.musicplatform.platform.state.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.bridge.StateStore;
import org.musicplatform.core.testkit.bridge.MemoryStateStore;
import org.musicplatform.core.testkit.bridge.TemporaryFileSystemAccess;
import org.osgi.framework.BundleException;

class StateStoreServiceTest {

    @TempDir
    Path directory;

    private TemporaryFileSystemAccess files(String name) {
        return new TemporaryFileSystemAccess(directory.resolve(name));
    }

    @Test
    void the_service_comes_goes_and_gives_way_to_a_higher_ranking() throws BundleException {
        try (var framework = TestFramework.start()) {
            framework.register(FileSystemAccess.class, files("one"), 0);
            var bundle = framework.installOwn();
            framework.await(StateStore.class).put("a.b", new byte[1]);

            var other = new MemoryStateStore();
            var registration = framework.register(StateStore.class, other, 1);
            assertSame(other, framework.find(StateStore.class));
            registration.unregister();
            assertEquals(List.of("a.b"), framework.await(StateStore.class).keys());

            bundle.stop();
            framework.awaitGone(StateStore.class);
            bundle.start();
            assertEquals(List.of("a.b"), framework.await(StateStore.class).keys());
        }
    }

    @Test
    void it_needs_directories_and_follows_the_best_ones() {
        try (var framework = TestFramework.start()) {
            framework.installOwn();
            framework.awaitGone(StateStore.class);
            var first = framework.register(FileSystemAccess.class, files("one"), 0);
            framework.await(StateStore.class).put("a.b", new byte[1]);

            framework.register(FileSystemAccess.class, files("two"), 1);
            TestFramework.await(
                    "the other directories",
                    () -> framework.await(StateStore.class).keys(),
                    List::isEmpty);

            first.unregister();
            assertEquals(List.of(), framework.await(StateStore.class).keys());
        }
    }

    @Test
    void it_goes_with_the_last_directories() {
        try (var framework = TestFramework.start()) {
            framework.installOwn();
            var only = framework.register(FileSystemAccess.class, files("one"), 0);
            framework.await(StateStore.class);
            only.unregister();
            framework.awaitGone(StateStore.class);
        }
    }
}

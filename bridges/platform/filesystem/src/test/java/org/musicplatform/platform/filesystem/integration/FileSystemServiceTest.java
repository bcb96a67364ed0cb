package org.musicplatform.platform.filesystem.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.testkit.bridge.TemporaryFileSystemAccess;
import org.osgi.framework.BundleException;

class FileSystemServiceTest {

    @TempDir
    Path directory;

    @Test
    void the_service_comes_goes_and_gives_way_to_a_higher_ranking() throws BundleException {
        Path home = directory.resolve("home");
        try (var framework = TestFramework.start(Map.of("org.musicplatform.home", home.toString()))) {
            var bundle = framework.installOwn();
            assertEquals(home, framework.await(FileSystemAccess.class).dataDirectory());

            var other = new TemporaryFileSystemAccess(directory);
            var registration = framework.register(FileSystemAccess.class, other, 1);
            assertSame(other, framework.find(FileSystemAccess.class));
            registration.unregister();
            assertEquals(home, framework.await(FileSystemAccess.class).dataDirectory());

            bundle.stop();
            framework.awaitGone(FileSystemAccess.class);
            bundle.start();
            assertEquals(home, framework.await(FileSystemAccess.class).dataDirectory());
        }
    }
}

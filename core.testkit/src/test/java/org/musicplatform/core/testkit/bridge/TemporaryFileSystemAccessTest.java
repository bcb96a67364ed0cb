package org.musicplatform.core.testkit.bridge;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.bridge.FileSystemAccess;

class TemporaryFileSystemAccessTest extends FileSystemAccessContractTest {
    @TempDir
    Path directory;

    @Override
    protected FileSystemAccess create() {
        return new TemporaryFileSystemAccess(directory);
    }
}

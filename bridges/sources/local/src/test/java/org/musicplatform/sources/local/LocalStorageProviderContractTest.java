package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.testkit.source.StorageProviderContractTest;

class LocalStorageProviderContractTest extends StorageProviderContractTest {

    @TempDir
    Path folder;

    @Override
    protected StorageProvider provider() {
        return new LocalStorageProvider();
    }

    @Override
    protected String place(Map<String, byte[]> files) throws IOException {
        for (var entry : files.entrySet()) {
            Path file = RawPaths.fromText(folder + "/" + entry.getKey());
            Files.createDirectories(file.getParent());
            // what holds the same bytes already stays untouched
            if (!Files.exists(file) || !java.util.Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
                Files.write(file, entry.getValue());
            }
        }
        return folder.toString();
    }

    @Override
    protected String nowhere() {
        return folder + "/nowhere";
    }
}

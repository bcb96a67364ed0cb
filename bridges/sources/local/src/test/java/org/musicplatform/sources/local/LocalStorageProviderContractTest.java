package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.SourceTraits;
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
    protected SourceTraits traits() {
        return LocalStorageProvider.TRAITS;
    }

    @Override
    protected String place(Map<String, byte[]> files) throws IOException {
        Map<Path, byte[]> wanted = new HashMap<>();
        files.forEach((path, content) -> wanted.put(RawPaths.fromText(folder + "/" + path), content));
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                boolean holdsSome = wanted.keySet().stream().anyMatch(file -> file.startsWith(path));
                if (!holdsSome && !path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
        for (var entry : wanted.entrySet()) {
            Path file = entry.getKey();
            Files.createDirectories(file.getParent());
            // what holds the same bytes already stays untouched
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
                Files.write(file, entry.getValue());
            }
        }
        return folder.toString();
    }

    @Override
    protected void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    @Override
    protected String nowhere() {
        return folder + "/nowhere";
    }
}

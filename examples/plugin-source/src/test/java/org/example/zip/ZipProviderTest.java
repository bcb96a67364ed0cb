package org.example.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.testkit.source.StorageProviderContractTest;

class ZipProviderTest extends StorageProviderContractTest {

    @TempDir
    Path folder;

    @Override
    protected StorageProvider provider() {
        return new ZipProvider();
    }

    @Override
    protected String place(Map<String, byte[]> files) throws IOException {
        var archive = folder.resolve("music.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return archive.toString();
    }

    @Override
    protected String nowhere() {
        return folder.resolve("nothing.zip").toString();
    }

    @Test
    void what_is_no_archive_is_refused() throws IOException {
        var text = Files.writeString(folder.resolve("notes.zip"), "no archive");
        var refused = assertThrows(SourceException.class, () -> provider().resolve(text.toString()));
        assertEquals(SourceException.NOT_A_SOURCE, refused.code());
    }
}

package org.musicplatform.core.library.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.ingest.LibraryWriter;

class LibraryInFrameworkTest {

    @TempDir
    Path data;

    @Test
    void the_library_comes_and_goes_with_the_file_system() {
        try (var framework = TestFramework.start()) {
            framework.install("org.xerial.sqlite-jdbc");
            framework.install("com.fasterxml.jackson.core.jackson-core");
            framework.installOwn();
            assertNull(framework.find(LibraryService.class));

            var files = framework.register(FileSystemAccess.class, new Directory(data), 0);
            framework.await(LibraryWriter.class).addSource("local", "/m", "M");
            assertEquals(
                    0, framework.await(LibraryService.class).counts().join().tracks());

            files.unregister();
            framework.awaitGone(LibraryService.class);
            framework.awaitGone(LibraryWriter.class);

            framework.register(FileSystemAccess.class, new Directory(data), 0);
            assertEquals(1, framework.await(LibraryWriter.class).sources().size());
        }
    }

    @Test
    void a_library_that_cannot_be_opened_is_a_service_that_says_why_and_takes_orders() throws Exception {
        Files.writeString(data.resolve("library.db"), "Dear aunt, ".repeat(100));
        try (var framework = TestFramework.start()) {
            framework.install("org.xerial.sqlite-jdbc");
            framework.install("com.fasterxml.jackson.core.jackson-core");
            framework.installOwn();
            framework.register(FileSystemAccess.class, new Directory(data), 0);
            var library = framework.await(LibraryService.class);
            var writer = framework.await(LibraryWriter.class);
            assertEquals(
                    LibraryException.DAMAGED,
                    assertThrows(LibraryException.class, writer::sources).code());
            var replaced = library.beginAnew().join();
            assertTrue(Files.readString(Path.of(replaced.aside())).startsWith("Dear aunt"));
            writer.addSource("local", "/m", "M");
            assertEquals(0, library.counts().join().tracks());
        }
    }

    private record Directory(Path dataDirectory) implements FileSystemAccess {

        @Override
        public Path cacheDirectory() {
            return dataDirectory;
        }

        @Override
        public void writeAtomically(Path file, byte[] content) {
            throw new UnsupportedOperationException("the library writes its database itself");
        }

        @Override
        public long usableSpace(Path directory) {
            return Long.MAX_VALUE;
        }

        @Override
        public String safeName(String text) {
            return text;
        }
    }
}

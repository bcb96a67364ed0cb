package org.musicplatform.platform.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.StateStore;
import org.musicplatform.core.testkit.bridge.StateStoreContractTest;
import org.musicplatform.core.testkit.bridge.TemporaryFileSystemAccess;

class FileStateStoreTest extends StateStoreContractTest {

    @TempDir
    Path directory;

    @Override
    protected StateStore open() {
        return new FileStateStore(new TemporaryFileSystemAccess(directory));
    }

    private Path state() {
        return directory.resolve("data").resolve("state");
    }

    @Test
    void what_a_crash_left_half_written_is_no_state() throws IOException {
        open().put("a", new byte[] {1});
        Files.write(state().resolve(".123.tmp"), new byte[] {9});
        assertEquals(List.of("a"), open().keys());
        assertArrayEquals(new byte[] {1}, open().get("a"));
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        Files.createDirectories(state().resolve("a.state"));
        var failed = assertThrows(BridgeException.class, () -> open().get("a"));
        assertEquals(BridgeException.IO, failed.code());
        assertTrue(failed.getMessage().contains("a.state"), failed.getMessage());
    }

    @Test
    void an_interrupted_thread_still_reads() {
        open().put("a", new byte[] {1});
        Thread.currentThread().interrupt();
        assertArrayEquals(new byte[] {1}, open().get("a"));
        assertTrue(Thread.interrupted());
    }
}

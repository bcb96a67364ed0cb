package org.musicplatform.platform.filesystem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.testkit.bridge.FileSystemAccessContractTest;

class LocalFileSystemAccessTest extends FileSystemAccessContractTest {

    @TempDir
    Path directory;

    @Override
    protected FileSystemAccess create() {
        return new LocalFileSystemAccess(directory.resolve("some").resolve("home"));
    }

    @Test
    void nothing_is_made_before_it_is_asked_for() {
        create();
        assertFalse(Files.exists(directory.resolve("some")));
    }

    @Test
    void only_the_owner_may_look_into_what_is_made() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var access = create();
        access.writeAtomically(access.dataDirectory().resolve("state").resolve("a"), new byte[1]);
        for (var made : new Path[] {
            access.dataDirectory(),
            access.cacheDirectory(),
            access.dataDirectory().resolve("state")
        }) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        }
    }

    @Test
    void a_link_that_leads_out_is_refused() throws IOException {
        var access = create();
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.createSymbolicLink(access.dataDirectory().resolve("link"), outside);
        Path through = access.dataDirectory().resolve("link").resolve("deeper").resolve("stray.txt");
        var refused = assertThrows(BridgeException.class, () -> access.writeAtomically(through, new byte[1]));
        assertEquals(BridgeException.BAD_NAME, refused.code());
        assertFalse(Files.exists(outside.resolve("deeper")));
    }

    @Test
    void a_link_in_the_place_of_the_file_is_replaced_not_followed() throws IOException {
        var access = create();
        Path outside = Files.writeString(directory.resolve("outside.txt"), "mine");
        Path link = Files.createSymbolicLink(access.dataDirectory().resolve("link.txt"), outside);
        access.writeAtomically(link, new byte[] {1});
        assertEquals("mine", Files.readString(outside));
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(link));
    }

    @Test
    void a_home_behind_a_link_works() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        var access = new LocalFileSystemAccess(Files.createSymbolicLink(directory.resolve("home"), real));
        access.writeAtomically(access.dataDirectory().resolve("a"), new byte[] {1});
        assertTrue(Files.exists(real.resolve("a")));
    }

    @Test
    void a_relative_path_is_refused() {
        assertThrows(BridgeException.class, () -> create().writeAtomically(Path.of("a"), new byte[1]));
    }

    @Test
    void a_file_in_the_place_of_the_home_is_named() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        var refused = assertThrows(BridgeException.class, () -> new LocalFileSystemAccess(file).dataDirectory());
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @Test
    void an_interrupted_thread_still_writes_whole_and_stays_interrupted() throws IOException {
        var access = create();
        Path file = access.dataDirectory().resolve("a");
        Thread.currentThread().interrupt();
        access.writeAtomically(file, new byte[] {1});
        assertTrue(Thread.interrupted());
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    }
}

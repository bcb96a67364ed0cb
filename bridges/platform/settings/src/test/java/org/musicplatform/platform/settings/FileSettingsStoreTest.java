package org.musicplatform.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.testkit.bridge.SettingsStoreContractTest;
import org.musicplatform.core.testkit.bridge.TemporaryFileSystemAccess;

class FileSettingsStoreTest extends SettingsStoreContractTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = new TemporaryFileSystemAccess(directory).dataDirectory().resolve("settings.properties");
    }

    @Override
    protected SettingsStore open() {
        return new FileSettingsStore(new TemporaryFileSystemAccess(directory));
    }

    @Test
    void what_a_person_wrote_stays_and_a_new_key_goes_to_its_place() throws IOException {
        Files.writeString(file, "# mine\n\na = 1\nwhat is this\nC = 3\nd=C:\\new\n");
        open().set("b", "2");
        open().set("a", "9");
        open().set("e", "5");
        assertEquals("# mine\n\na = 9\nwhat is this\nC = 3\nb = 2\nd=C:\\new\ne = 5\n", Files.readString(file));
        assertEquals("C:\\new", open().get("d", null));
        assertEquals(List.of("a", "b", "d", "e"), open().keys());
    }

    @Test
    void of_a_key_written_twice_the_last_holds() throws IOException {
        Files.writeString(file, "a = 1\nb = 2\na = 3\n");
        assertEquals(3, open().get("a", 0));
        open().set("a", "4");
        assertEquals("a = 4\nb = 2\n", Files.readString(file));
    }

    @Test
    void a_change_by_a_person_is_seen_at_once() throws IOException {
        var store = open();
        Files.writeString(file, "a = 1\n");
        assertEquals(1, store.get("a", 0));
        Files.writeString(file, "a = 2\n");
        assertEquals(2, store.get("a", 0));
        Files.delete(file);
        assertEquals(0, store.get("a", 0));
    }

    @Test
    void a_settled_file_is_seen_to_change_by_its_time() throws IOException {
        var store = open();
        Files.writeString(file, "a = 1\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertEquals(1, store.get("a", 0));
        Files.writeString(file, "a = 2\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
        assertEquals(2, store.get("a", 0));
    }

    @Test
    void an_unreadable_file_means_defaults_and_is_not_overwritten() throws IOException {
        byte[] latin1 = {'a', '=', (byte) 0xe4, '\n'};
        Files.write(file, latin1);
        var store = open();
        assertEquals("x", store.get("a", "x"));
        var refused = assertThrows(BridgeException.class, () -> store.set("a", "1"));
        assertEquals(BridgeException.IO, refused.code());
        assertTrue(refused.getMessage().contains("UTF-8"), refused.getMessage());
        assertEquals(4, Files.size(file));

        Files.writeString(file, "a = ok\n");
        assertEquals("ok", store.get("a", "x"));
    }

    @Test
    void a_mark_at_the_start_and_windows_line_ends_do_no_harm() throws IOException {
        Files.writeString(file, "\ufeffa = 1\r\nb = true\r\n");
        assertEquals(1, open().get("a", 0));
        assertTrue(open().get("b", false));
    }
}

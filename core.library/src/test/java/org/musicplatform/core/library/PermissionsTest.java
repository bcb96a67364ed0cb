package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Drives;

/** Where the library may not be: rights, disks, drives, other owners. With real processes. */
@Timeout(60)
class PermissionsTest {

    private static final Path PRIVILEGES = Path.of("/usr/bin/setpriv");
    private static final Path LIMITS = Path.of("/usr/bin/prlimit");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeALibrary() {
        file = folder.resolve("library.db");
        try (var lib = new Lib(folder)) {
            lib.scan(Map.of("a.mp3", Lib.tags(TagField.TITLE, "Rain")));
        }
    }

    @AfterEach
    void giveRightsBack() throws IOException {
        permit(folder, "rwxr-xr-x");
    }

    private static void permit(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    /** Starts a process whose files' rights count, also when the tests run as root. */
    private Child person() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        if (!System.getProperty("user.name").equals("root")) {
            return Child.run(Person.class, folder);
        }
        assumeTrue(Files.isExecutable(PRIVILEGES));
        return Child.run(
                List.of(PRIVILEGES.toString(), "--bounding-set=-dac_override,-dac_read_search"), Person.class, folder);
    }

    @Test
    void a_file_that_may_not_be_written_can_be_read_and_is_written_again_when_it_may() throws Exception {
        permit(file, "r--r--r--");
        try (var person = person()) {
            assertEquals("ok", Person.ask(person, "open"));
            assertEquals("1", Person.ask(person, "count"));
            for (int i = 0; i < 2; i++) {
                String refused = Person.ask(person, "rate");
                assertTrue(refused.startsWith(LibraryException.READ_ONLY + ": "), refused);
                assertTrue(refused.contains("right to be written"), refused);
            }
            assertEquals("1", Person.ask(person, "count"));
            permit(file, "rw-r--r--");
            assertEquals("ok", Person.ask(person, "rate"));
            assertEquals("ok", Person.ask(person, "close"));
        }
        try (var lib = new Lib(folder)) {
            assertEquals(5, lib.tracks().items().get(0).annotation().rating());
        }
    }

    @Test
    void a_folder_that_may_not_be_written_is_told_and_opened_when_it_may() throws Exception {
        for (boolean everOpened : new boolean[] {true, false}) {
            if (!everOpened) {
                Files.delete(folder.resolve("library.db.lock"));
            }
            permit(folder, "r-xr-xr-x");
            try (var person = person()) {
                String refused = Person.ask(person, "open");
                assertTrue(refused.startsWith(LibraryException.READ_ONLY + ": "), refused);
                assertTrue(refused.contains(folder + " with the library may not be written"), refused);
                permit(folder, "rwxr-xr-x");
                assertEquals("ok", Person.ask(person, "open"));
                assertEquals("ok", Person.ask(person, "rate"));
                assertEquals("ok", Person.ask(person, "close"));
            }
        }
    }

    @Test
    void a_disk_that_does_not_take_more_fails_writes_in_words_and_takes_them_again_when_it_does() throws Exception {
        assumeTrue(Files.isExecutable(LIMITS));
        try (var person = Child.run(Person.class, folder)) {
            assertEquals("ok", Person.ask(person, "open"));
            // files longer than this cannot be written, as on a disk that is broken or full
            limit(person, Files.size(folder.resolve("library.db-wal")) + 40_000 + ":unlimited");
            String answer = "ok";
            for (int i = 0; i < 100 && answer.equals("ok"); i++) {
                answer = Person.ask(person, "rate");
            }
            assertTrue(answer.startsWith(LibraryException.IO) || answer.startsWith(LibraryException.DISK_FULL), answer);
            assertEquals("1", Person.ask(person, "count"));
            limit(person, "unlimited");
            assertEquals("ok", Person.ask(person, "rate"));
            assertEquals("ok", Person.ask(person, "close"));
        }
        try (var lib = new Lib(folder)) {
            assertEquals(5, lib.tracks().items().get(0).annotation().rating());
            assertEquals(List.of(), lib.engine.check().join());
        }
    }

    private static void limit(Child process, String size) throws Exception {
        var limiting = new ProcessBuilder(LIMITS.toString(), "--pid", "" + process.process.pid(), "--fsize=" + size);
        assertEquals(0, limiting.start().waitFor());
    }

    @Test
    void of_two_processes_the_second_is_told_the_first_until_that_ends() throws Exception {
        try (var first = Child.run(Person.class, folder);
                var second = Child.run(Person.class, folder)) {
            assertEquals("ok", Person.ask(first, "open"));
            String refused = Person.ask(second, "open");
            assertTrue(refused.startsWith(LibraryException.IN_USE + ": "), refused);
            assertTrue(refused.contains("process " + first.process.pid() + " since "), refused);
            assertEquals("ok", Person.ask(first, "rate"));
            first.kill();
            assertEquals("ok", Person.ask(second, "open"));
            assertEquals("1", Person.ask(second, "count"));
        }
    }

    @Test
    void a_network_drive_is_refused_in_words_unless_somebody_knows_better() throws Exception {
        for (String type : List.of("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone", "CIFS")) {
            var options = options(folder -> type);
            var refused = assertThrows(LibraryException.class, () -> Lib.unwritten(folder, options));
            assertEquals(LibraryException.NETWORK_DRIVE, refused.code());
            assertTrue(refused.getMessage().contains("(" + type + ")"), refused::getMessage);
            assertTrue(refused.getMessage().contains(Drives.PROPERTY), refused::getMessage);
        }
        for (String type :
                List.of("ext4", "xfs", "btrfs", "zfs", "apfs", "NTFS", "tmpfs", "overlay", "fuseblk", "v9fs2")) {
            Lib.unwritten(folder, options(folder -> type)).close();
        }
        Lib.unwritten(folder, options(null)).close();
        Lib.unwritten(folder, options(folder -> {
                    throw new IOException("not known");
                }))
                .close();
        System.setProperty(Drives.PROPERTY, "allow");
        try {
            assertEquals(null, LibraryOptions.ofSystem().drives());
        } finally {
            System.clearProperty(Drives.PROPERTY);
        }
        assertEquals(Drives.OF_SYSTEM, LibraryOptions.ofSystem().drives());
    }

    private static LibraryOptions options(Drives drives) {
        return new LibraryOptions(drives, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
}

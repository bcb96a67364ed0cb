package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class OwnerLockTest {

    @TempDir
    Path directory;

    /** What the second process runs: says who the owner is, or that it got the file. */
    static final class Second {
        private Second() {}

        public static void main(String[] args) throws IOException {
            try (var lock = OwnerLock.take(Path.of(args[0]))) {
                System.out.print("taken " + (lock != null));
            } catch (OwnerLock.OwnedException e) {
                System.out.print(e.owner());
            }
        }
    }

    private static String second(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes") + java.io.File.pathSeparator + Path.of("target", "test-classes"),
                        Second.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return said;
    }

    private static String me() {
        return "process " + ProcessHandle.current().pid() + " since ";
    }

    @Test
    void a_second_process_is_told_the_owner_until_it_lets_go() throws Exception {
        Path file = directory.resolve("lock");
        var lock = OwnerLock.take(file);
        assertTrue(second(file).startsWith(me()));
        lock.close();
        assertEquals("taken true", second(file));
    }

    @Test
    void a_second_taker_in_this_process_is_told_too_and_the_lock_holds_on() throws Exception {
        Path file = directory.resolve("lock");
        try (var lock = OwnerLock.take(file)) {
            var refused = assertThrows(OwnerLock.OwnedException.class, () -> OwnerLock.take(file));
            assertTrue(refused.owner().startsWith(me()), lock + " " + refused.owner());
            assertTrue(second(file).startsWith(me()), "closing the second channel must not drop the lock");
        }
    }

    @Test
    void a_closed_lock_can_be_taken_again_and_closing_twice_takes_nothing_away() throws Exception {
        Path file = directory.resolve("lock");
        var first = OwnerLock.take(file);
        first.close();
        try (var again = OwnerLock.take(file)) {
            first.close();
            assertThrows(OwnerLock.OwnedException.class, () -> OwnerLock.take(file), again::toString);
        }
    }

    @Test
    void a_place_that_does_not_exist_is_an_error_of_the_disk() throws Exception {
        Path file = directory.resolve("none").resolve("lock");
        assertThrows(IOException.class, () -> OwnerLock.take(file));
        Files.createDirectory(file.getParent());
        OwnerLock.take(file).close();
    }
}

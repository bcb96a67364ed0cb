package org.musicplatform.core.testkit.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.FileSystemAccess;

/** What a {@link FileSystemAccess} has to keep to. */
public abstract class FileSystemAccessContractTest {

    /**
     * Makes the access of the running test.
     *
     * @return an access to directories of the test's own
     */
    protected abstract FileSystemAccess create();

    @Test
    void both_directories_are_there_and_can_be_written_to() {
        var access = create();
        for (var directory : List.of(access.dataDirectory(), access.cacheDirectory())) {
            assertTrue(directory.isAbsolute());
            assertTrue(Files.isDirectory(directory) && Files.isWritable(directory));
            assertTrue(access.usableSpace(directory) > 0);
        }
        assertFalse(access.dataDirectory().startsWith(access.cacheDirectory()), "clearing the cache must lose no data");
    }

    @Test
    void writing_makes_the_parents_and_replaces_the_content() throws IOException {
        var access = create();
        var file = access.dataDirectory().resolve("a").resolve("b").resolve("c.txt");
        access.writeAtomically(file, new byte[1000]);
        access.writeAtomically(file, new byte[] {1});
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
        try (var left = Files.list(file.getParent())) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void a_path_that_leads_out_is_refused() {
        var access = create();
        var outside = access.dataDirectory().resolve("..").resolve("..").resolve("stray.txt");
        var refused = assertThrows(BridgeException.class, () -> access.writeAtomically(outside, new byte[1]));
        assertEquals(BridgeException.BAD_NAME, refused.code());
        assertFalse(Files.exists(outside));
    }

    @Test
    void a_failed_write_leaves_what_was_there() throws IOException {
        var access = create();
        var file = access.dataDirectory().resolve("occupied");
        Files.createDirectories(file.resolve("full"));
        assertThrows(BridgeException.class, () -> access.writeAtomically(file, new byte[1]));
        try (var left = Files.list(file.getParent())) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
        assertTrue(Files.isDirectory(file.resolve("full")));
    }

    @Test
    void any_text_has_a_safe_name_of_its_own() throws IOException {
        var access = create();
        var texts = List.of(
                "",
                " ",
                ".",
                "..",
                "a",
                "A",
                "a.",
                "a/b",
                "a\\b",
                "a:b",
                "a\0b",
                "a\nb",
                "con",
                "CON",
                "nul.txt",
                "~",
                "Bj\u00f6rk",
                "Bjo\u0308rk",
                "東京",
                "🎵",
                "\ud800",
                "\ud801",
                "?",
                "x".repeat(300),
                "x".repeat(301));
        var names = new HashSet<String>();
        for (String text : texts) {
            String name = access.safeName(text);
            assertEquals(name, access.safeName(text));
            assertTrue(names.add(name.toLowerCase(Locale.ROOT)), "two texts named " + name);
            assertFalse(name.isEmpty() || name.equals(".") || name.equals(".."));
            assertTrue(name.chars().noneMatch(c -> c < 0x20 || "/\\:*?\"<>|".indexOf(c) >= 0), name);
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255, name);
            access.writeAtomically(access.cacheDirectory().resolve(name), new byte[1]);
        }
    }
}

package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command goes through {@code CoreService}: its classes name no other way to a service, a database or music. */
class OnlyTheFacadeTest {

    private static final Pattern BYPASS = Pattern.compile("org/osgi/framework|java/sql/|org/sqlite|api/library/ingest"
            + "|api/source/spi|api/metadata/spi|api/bridge|java/util/ServiceLoader");

    @Test
    void no_command_bypasses_the_facade() throws IOException {
        Path classes = Path.of("target/classes/org/musicplatform/hosts/shell");
        try (Stream<Path> files = Files.list(classes)) {
            List<Path> commands =
                    files.filter(f -> f.toString().endsWith(".class")).toList();
            assertTrue(commands.size() > 20);
            for (Path file : commands) {
                String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertEquals(false, BYPASS.matcher(constants).find(), () -> file + " goes past CoreService");
            }
        }
    }
}
